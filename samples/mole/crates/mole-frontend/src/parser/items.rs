use super::{Parsed, Parser};
use crate::ast::{Function, Import, Module, Parameter, Record, Test};
use crate::token::TokenKind;
use mole_identity::NameId;

impl<'a> Parser<'a> {
    pub(super) fn module(&mut self, name: &str) -> Parsed<Module> {
        let mut module = Module {
            name: self.interner.intern(name),
            source: self.source.clone(),
            imports: Vec::new(),
            records: Vec::new(),
            functions: Vec::new(),
            tests: Vec::new(),
            expression_count: 0,
        };
        loop {
            match self.peek().kind {
                TokenKind::Import => module.imports.push(self.import()?),
                TokenKind::Record => module.records.push(self.record()?),
                TokenKind::Fn => module.functions.push(self.function()?),
                TokenKind::Test => module.tests.push(self.test()?),
                TokenKind::End => break,
                _ => return Err(self.unexpected("import, record, fn or test")),
            }
        }
        module.expression_count = self.expression_count;
        Ok(module)
    }

    fn import(&mut self) -> Parsed<Import> {
        self.advance();
        let offset = self.offset();
        let module = self.name("the name of a module")?;
        self.expect(TokenKind::Semicolon, "';'")?;
        Ok(Import { module, offset })
    }

    fn record(&mut self) -> Parsed<Record> {
        self.advance();
        let offset = self.offset();
        let name = self.name("the name of a record")?;
        let generics = self.generics()?;
        self.expect(TokenKind::LeftBrace, "'{'")?;
        let fields = self.list(TokenKind::RightBrace, "',' or '}'", Self::parameter)?;
        Ok(Record {
            name,
            generics,
            fields,
            offset,
        })
    }

    fn function(&mut self) -> Parsed<Function> {
        self.advance();
        let offset = self.offset();
        let name = self.name("the name of a function")?;
        let generics = self.generics()?;
        self.expect(TokenKind::LeftParen, "'('")?;
        let parameters = self.list(TokenKind::RightParen, "',' or ')'", Self::parameter)?;
        let result = self.result_type()?;
        let body = if self.eat(TokenKind::Semicolon) {
            None
        } else {
            Some(self.block()?)
        };
        Ok(Function {
            name,
            generics,
            parameters,
            result,
            body,
            offset,
        })
    }

    fn test(&mut self) -> Parsed<Test> {
        self.advance();
        let position = self.location();
        let title = self.expect(TokenKind::Text, "the title of the test")?.text;
        let body = self.block()?;
        Ok(Test {
            title,
            body,
            position,
        })
    }

    fn generics(&mut self) -> Parsed<Vec<NameId>> {
        if !self.eat(TokenKind::Less) {
            return Ok(Vec::new());
        }
        self.list(TokenKind::Greater, "',' or '>'", |parser| {
            parser.name("a type parameter")
        })
    }

    pub(super) fn parameter(&mut self) -> Parsed<Parameter> {
        let name = self.name("a name")?;
        self.expect(TokenKind::Colon, "':' and a type")?;
        let annotation = self.type_expression()?;
        Ok(Parameter { name, annotation })
    }
}
