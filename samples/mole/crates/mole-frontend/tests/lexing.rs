use mole_frontend::lexer::Lexer;
use mole_frontend::token::{Token, TokenKind};
use mole_identity::SourceFile;

fn tokens(text: &str) -> Vec<Token> {
    let source = SourceFile::new("a.mole", text);
    let tokens = Lexer::new(&source).tokens().expect("good tokens");
    tokens.into_iter().filter(|token| !token.kind.is_trivia()).collect()
}

fn error(text: &str) -> String {
    let source = SourceFile::new("a.mole", text);
    Lexer::new(&source).tokens().expect_err("bad tokens").to_string()
}

#[test]
fn the_longest_symbol_wins() {
    let kinds: Vec<TokenKind> = tokens("<= < == = .. . -> - !=!").iter().map(|token| token.kind).collect();
    assert_eq!(
        kinds,
        [
            TokenKind::LessEqual,
            TokenKind::Less,
            TokenKind::Equal,
            TokenKind::Assign,
            TokenKind::DotDot,
            TokenKind::Dot,
            TokenKind::Arrow,
            TokenKind::Minus,
            TokenKind::NotEqual,
            TokenKind::Not,
            TokenKind::End,
        ]
    );
}

#[test]
fn tokens_know_their_text_and_where_they_start() {
    let found = tokens("let \u{e9}t\u{e9}_1 = 12; // end");
    let shown: Vec<(&str, usize)> = found.iter().map(|token| (token.text.as_str(), token.start)).collect();
    let end = "let \u{e9}t\u{e9}_1 = 12; // end".len();
    assert_eq!(
        shown,
        [("let", 0), ("\u{e9}t\u{e9}_1", 4), ("=", 12), ("12", 14), (";", 16), ("", end)]
    );
}

#[test]
fn keywords_are_whole_words() {
    let kinds: Vec<TokenKind> = tokens("for form in inner").iter().map(|token| token.kind).collect();
    let expected = [TokenKind::For, TokenKind::Identifier, TokenKind::In, TokenKind::Identifier, TokenKind::End];
    assert_eq!(kinds, expected);
}

#[test]
fn strings_have_escapes() {
    let found = tokens(r#""a\n\"\\\t" "" "#);
    assert_eq!(found[0].text, "a\n\"\\\t");
    assert_eq!(found[1].text, "");
}

#[test]
fn trivia_covers_the_rest_of_the_text() {
    let source = SourceFile::new("a.mole", "a // x\n\t b");
    let all = Lexer::new(&source).tokens().expect("good tokens");
    let joined: String = all.iter().map(|token| token.text.as_str()).collect();
    assert_eq!(joined, source.text);
}

#[test]
fn errors_say_where() {
    assert_eq!(error("a\n  @"), "a.mole:2:3: error: unexpected character '@'");
    assert!(error("\"abc\n").starts_with("a.mole:1:1: error: this string has no closing quote"));
    assert!(error("x \"a\\q\"").starts_with("a.mole:1:5: error: unknown escape"));
    assert!(error("a & b").starts_with("a.mole:1:3: error: unexpected character '&'"));
}
