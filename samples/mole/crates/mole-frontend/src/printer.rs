//! Shows a syntax tree as text, one node a line, children indented.

use crate::ast::*;
use mole_identity::Interner;

pub fn print_module(module: &Module, interner: &Interner) -> String {
    let mut printer = Printer {
        interner,
        output: String::new(),
        depth: 0,
    };
    printer.module(module);
    printer.output
}

struct Printer<'a> {
    interner: &'a Interner,
    output: String,
    depth: usize,
}

impl<'a> Printer<'a> {
    fn line(&mut self, text: &str) {
        self.output.push_str(&"  ".repeat(self.depth));
        self.output.push_str(text);
        self.output.push('\n');
    }

    fn nested(&mut self, title: &str, children: impl FnOnce(&mut Self)) {
        self.line(title);
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn module(&mut self, module: &Module) {
        let title = format!("module {}", self.interner.text(module.name));
        self.nested(&title, |printer| {
            for import in &module.imports {
                printer.line(&format!("import {}", printer.interner.text(import.module)));
            }
            for record in &module.records {
                let fields = record.fields.len();
                let name = printer.interner.text(record.name);
                printer.line(&format!("record {name} with {fields} fields"));
            }
            for function in &module.functions {
                let title = format!("fn {}", printer.interner.text(function.name));
                printer.nested(&title, |printer| {
                    function.body.iter().for_each(|body| printer.block(body))
                });
            }
            for test in &module.tests {
                let title = format!("test {:?}", test.title);
                printer.nested(&title, |printer| printer.block(&test.body));
            }
        });
    }

    fn block(&mut self, block: &Block) {
        for statement in &block.statements {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Let { name, value, .. } => {
                let title = format!("let {}", self.interner.text(*name));
                self.nested(&title, |printer| printer.expression(value));
            }
            StatementKind::Assign { target, value } => self.nested("assign", |printer| {
                printer.expression(target);
                printer.expression(value);
            }),
            StatementKind::Expression(value) => self.expression(value),
            StatementKind::If {
                condition,
                then,
                otherwise,
            } => {
                self.nested("if", |printer| {
                    printer.expression(condition);
                    printer.block(then);
                });
                if let Some(otherwise) = otherwise {
                    self.nested("else", |printer| printer.block(otherwise));
                }
            }
            StatementKind::While { condition, body } => self.nested("while", |printer| {
                printer.expression(condition);
                printer.block(body);
            }),
            StatementKind::ForRange { from, to, body, .. } => self.nested("for range", |printer| {
                printer.expression(from);
                printer.expression(to);
                printer.block(body);
            }),
            StatementKind::ForEach { items, body, .. } => self.nested("for each", |printer| {
                printer.expression(items);
                printer.block(body);
            }),
            StatementKind::Return(value) => self.nested("return", |printer| {
                value.iter().for_each(|value| printer.expression(value))
            }),
            StatementKind::Break => self.line("break"),
            StatementKind::Continue => self.line("continue"),
            StatementKind::Assert(value) => {
                self.nested("assert", |printer| printer.expression(value))
            }
        }
    }

    fn expression(&mut self, expression: &Expression) {
        match &expression.kind {
            ExpressionKind::Integer(value) => self.line(&value.to_string()),
            ExpressionKind::Boolean(value) => self.line(&value.to_string()),
            ExpressionKind::Text(value) => self.line(&format!("{value:?}")),
            ExpressionKind::Name(name) => self.line(self.interner.text(*name)),
            ExpressionKind::Array(items) => self.nested("array", |printer| {
                items.iter().for_each(|item| printer.expression(item))
            }),
            ExpressionKind::Map(entries) => self.nested("map", |printer| {
                for (key, value) in entries {
                    printer.expression(key);
                    printer.expression(value);
                }
            }),
            ExpressionKind::Record { fields, .. } => self.nested("new", |printer| {
                for (name, value) in fields {
                    let title = printer.interner.text(*name);
                    printer.nested(title, |printer| printer.expression(value));
                }
            }),
            ExpressionKind::Lambda(lambda) => {
                self.nested("lambda", |printer| printer.block(&lambda.body))
            }
            ExpressionKind::Unary(operator, operand) => {
                self.nested(&format!("{operator:?}"), |printer| {
                    printer.expression(operand)
                })
            }
            ExpressionKind::Binary(operator, left, right) => {
                self.nested(&format!("{operator:?}"), |printer| {
                    printer.expression(left);
                    printer.expression(right);
                })
            }
            ExpressionKind::Call(target, arguments) => self.nested("call", |printer| {
                printer.expression(target);
                arguments
                    .iter()
                    .for_each(|argument| printer.expression(argument));
            }),
            ExpressionKind::Index(target, index) => self.nested("index", |printer| {
                printer.expression(target);
                printer.expression(index);
            }),
            ExpressionKind::Field(target, name) => {
                let title = format!("field {}", self.interner.text(*name));
                self.nested(&title, |printer| printer.expression(target));
            }
        }
    }
}
