use crate::token::{Token, TokenKind, KEYWORDS, SYMBOLS};
use mole_identity::{Diagnostic, SourceFile};

/// Cuts a source text into tokens.
pub struct Lexer<'a> {
    source: &'a SourceFile,
    offset: usize,
}

impl<'a> Lexer<'a> {
    pub fn new(source: &'a SourceFile) -> Self {
        Lexer { source, offset: 0 }
    }

    /// All tokens of the text, trivia included; the last one is `End`.
    pub fn tokens(mut self) -> Result<Vec<Token>, Diagnostic> {
        let mut tokens = Vec::new();
        loop {
            let token = self.next_token()?;
            let is_last = token.kind == TokenKind::End;
            tokens.push(token);
            if is_last {
                return Ok(tokens);
            }
        }
    }

    /// The next token, or where and why there is none.
    pub fn next_token(&mut self) -> Result<Token, Diagnostic> {
        let start = self.offset;
        let character = match self.peek() {
            None => return Ok(self.token(TokenKind::End, String::new(), start)),
            Some(character) => character,
        };
        if character.is_whitespace() {
            let text = self.take_while(char::is_whitespace);
            return Ok(self.token(TokenKind::Space, text, start));
        }
        if self.rest().starts_with("//") {
            let text = self.take_while(|character| character != '\n');
            return Ok(self.token(TokenKind::Comment, text, start));
        }
        if character.is_ascii_digit() {
            let text = self.take_while(|character| character.is_ascii_digit());
            return Ok(self.token(TokenKind::Integer, text, start));
        }
        if character.is_alphabetic() || character == '_' {
            let text = self.take_while(|character| character.is_alphanumeric() || character == '_');
            let kind = keyword(&text).unwrap_or(TokenKind::Identifier);
            return Ok(self.token(kind, text, start));
        }
        if character == '"' {
            let text = self.string_literal(start)?;
            return Ok(self.token(TokenKind::Text, text, start));
        }
        self.symbol(start)
    }

    fn token(&self, kind: TokenKind, text: String, start: usize) -> Token {
        Token { kind, text, start }
    }

    fn rest(&self) -> &str {
        &self.source.text[self.offset..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(character) = self.peek() {
            if !accept(character) {
                break;
            }
            text.push(character);
            self.offset += character.len_utf8();
        }
        text
    }

    fn string_literal(&mut self, start: usize) -> Result<String, Diagnostic> {
        let mut value = String::new();
        self.offset += 1;
        while let Some(character) = self.peek() {
            self.offset += character.len_utf8();
            match character {
                '"' => return Ok(value),
                '\n' => break,
                '\\' => value.push(self.escape()?),
                _ => value.push(character),
            }
        }
        Err(self.error(start, "this string has no closing quote".to_string()))
    }

    fn escape(&mut self) -> Result<char, Diagnostic> {
        let escaped = self.peek();
        let value = match escaped {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('"') => '"',
            Some('\\') => '\\',
            _ => {
                let message = "unknown escape; \\n, \\t, \\\" and \\\\ are known".to_string();
                return Err(self.error(self.offset - 1, message));
            }
        };
        self.offset += 1;
        Ok(value)
    }

    fn symbol(&mut self, start: usize) -> Result<Token, Diagnostic> {
        for (text, kind) in SYMBOLS {
            if self.rest().starts_with(text) {
                self.offset += text.len();
                return Ok(self.token(kind, text.to_string(), start));
            }
        }
        let character = self.peek().unwrap_or(' ');
        Err(self.error(start, format!("unexpected character '{character}'")))
    }

    fn error(&self, offset: usize, message: String) -> Diagnostic {
        Diagnostic::at(self.source, offset, message)
    }
}

fn keyword(text: &str) -> Option<TokenKind> {
    KEYWORDS
        .iter()
        .find(|(keyword, _)| *keyword == text)
        .map(|(_, kind)| *kind)
}
