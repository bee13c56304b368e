//! A recursive descent parser: one function for each rule of the grammar.

mod expressions;
mod items;
mod statements;
mod types;

use crate::ast::Module;
use crate::lexer::Lexer;
use crate::token::{Token, TokenKind};
use mole_identity::{Diagnostic, Interner, NameId, Position, SourceFile};

type Parsed<T> = Result<T, Diagnostic>;

/// Parses the text of one module. The first error ends the parse.
pub fn parse_module(name: &str, source: &SourceFile, interner: &mut Interner) -> Parsed<Module> {
    let tokens = Lexer::new(source).tokens()?;
    let mut parser = Parser {
        source,
        tokens,
        position: 0,
        expression_count: 0,
        interner,
    };
    parser.module(name)
}

pub struct Parser<'a> {
    source: &'a SourceFile,
    tokens: Vec<Token>,
    position: usize,
    expression_count: usize,
    interner: &'a mut Interner,
}

impl<'a> Parser<'a> {
    /// The next token that is not trivia. Used by every rule, so one copy of it has to do.
    #[inline(never)]
    fn peek(&self) -> Token {
        let mut index = self.position;
        while self.tokens[index].kind.is_trivia() {
            index += 1;
        }
        self.tokens[index].clone()
    }

    fn advance(&mut self) -> Token {
        while self.tokens[self.position].kind.is_trivia() {
            self.position += 1;
        }
        let token = self.tokens[self.position].clone();
        if token.kind != TokenKind::End {
            self.position += 1;
        }
        token
    }

    fn at(&self, kind: TokenKind) -> bool {
        self.peek().kind == kind
    }

    fn eat(&mut self, kind: TokenKind) -> bool {
        let found = self.at(kind);
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, kind: TokenKind, what: &str) -> Parsed<Token> {
        if self.at(kind) {
            Ok(self.advance())
        } else {
            Err(self.unexpected(what))
        }
    }

    fn name(&mut self, what: &str) -> Parsed<NameId> {
        let token = self.expect(TokenKind::Identifier, what)?;
        Ok(self.interner.intern(&token.text))
    }

    fn offset(&self) -> usize {
        self.peek().start
    }

    fn location(&self) -> Position {
        self.source.position(self.offset())
    }

    fn unexpected(&self, what: &str) -> Diagnostic {
        let found = self.peek();
        let shown = match found.kind {
            TokenKind::End => "the end of the file".to_string(),
            _ => format!("'{}'", found.text),
        };
        Diagnostic::at(
            self.source,
            found.start,
            format!("expected {what}, found {shown}"),
        )
    }

    /// Items separated by commas up to `close`, which is taken too. A comma may follow the last.
    fn list<T>(
        &mut self,
        close: TokenKind,
        what: &str,
        mut item: impl FnMut(&mut Self) -> Parsed<T>,
    ) -> Parsed<Vec<T>> {
        let mut items = Vec::new();
        while !self.eat(close) {
            items.push(item(self)?);
            if !self.eat(TokenKind::Comma) {
                self.expect(close, what)?;
                break;
            }
        }
        Ok(items)
    }
}
