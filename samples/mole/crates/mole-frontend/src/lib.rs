//! From text to tokens to a syntax tree.

pub mod ast;
pub mod lexer;
pub mod parser;
pub mod printer;
pub mod token;

pub use parser::parse_module;
