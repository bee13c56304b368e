use mole_frontend::parse_module;
use mole_frontend::printer::print_module;
use mole_identity::{Interner, SourceFile};

fn tree(text: &str) -> String {
    let mut names = Interner::new();
    let source = SourceFile::new("a.mole", text);
    let module = parse_module("a", &source, &mut names).expect("a good module");
    print_module(&module, &names).replace("  ", " ")
}

fn error(text: &str) -> String {
    let source = SourceFile::new("a.mole", text);
    let error = parse_module("a", &source, &mut Interner::new()).expect_err("a bad module");
    error.to_string()
}

#[test]
fn operators_have_levels_and_group_to_the_left() {
    let shown = tree("fn f() { let x = 1 - 2 * 3 - 4 < 5 && !true; }");
    let expected = "module a
 fn f
  let x
   And
    Less
     Subtract
      Subtract
       1
       Multiply
        2
        3
      4
     5
    Not
     true
";
    assert_eq!(shown, expected);
}

#[test]
fn postfix_operators_chain() {
    let shown = tree("fn f() { a.b(1)[2].c = 3; }");
    assert!(shown.contains("field c\n    index\n     call\n      field b\n       a\n      1\n     2\n   3\n"));
}

#[test]
fn a_comma_may_follow_the_last_item() {
    let shown = tree("record R { x: int, y: int, } fn f(a: int,) -> int { return g([1, 2,],); }");
    assert!(shown.contains("record R with 2 fields\n"));
}

#[test]
fn else_if_is_a_nested_if() {
    let shown = tree("fn f() { if a { b; } else if c { d; } else { e; } }");
    assert!(shown.contains("else\n   if\n    c\n    d\n   else\n    e\n"));
}

#[test]
fn errors_say_what_was_expected() {
    assert_eq!(error("fn f( {"), "a.mole:1:7: error: expected a name, found '{'");
    assert_eq!(error("fn f()\n  { let = 1; }"), "a.mole:2:9: error: expected the name of a variable, found '='");
    assert_eq!(error("fn f() {"), "a.mole:1:9: error: expected an expression, found the end of the file");
    assert_eq!(error("let"), "a.mole:1:1: error: expected import, record, fn or test, found 'let'");
    assert!(error("fn f() { x = 99999999999999999999; }").contains("does not fit an int"));
}
