use super::{Parsed, Parser};
use crate::ast::{Block, Statement, StatementKind};
use crate::token::TokenKind;

impl<'a> Parser<'a> {
    pub(super) fn block(&mut self) -> Parsed<Block> {
        self.expect(TokenKind::LeftBrace, "'{'")?;
        let mut statements = Vec::new();
        while !self.eat(TokenKind::RightBrace) {
            statements.push(self.statement()?);
        }
        Ok(Block { statements })
    }

    fn statement(&mut self) -> Parsed<Statement> {
        let position = self.location();
        let kind = match self.peek().kind {
            TokenKind::Let => self.let_statement(false)?,
            TokenKind::Var => self.let_statement(true)?,
            TokenKind::If => self.if_statement()?,
            TokenKind::While => self.while_statement()?,
            TokenKind::For => self.for_statement()?,
            TokenKind::Return => self.return_statement()?,
            TokenKind::Break => self.keyword_statement(StatementKind::Break)?,
            TokenKind::Continue => self.keyword_statement(StatementKind::Continue)?,
            TokenKind::Assert => {
                self.advance();
                let condition = self.expression()?;
                self.expect(TokenKind::Semicolon, "';'")?;
                StatementKind::Assert(condition)
            }
            _ => self.expression_statement()?,
        };
        Ok(Statement { kind, position })
    }

    fn let_statement(&mut self, mutable: bool) -> Parsed<StatementKind> {
        self.advance();
        let name = self.name("the name of a variable")?;
        let annotation = if self.eat(TokenKind::Colon) {
            Some(self.type_expression()?)
        } else {
            None
        };
        self.expect(TokenKind::Assign, "'='")?;
        let value = self.expression()?;
        self.expect(TokenKind::Semicolon, "';'")?;
        Ok(StatementKind::Let {
            name,
            mutable,
            annotation,
            value,
        })
    }

    fn if_statement(&mut self) -> Parsed<StatementKind> {
        self.advance();
        let condition = self.expression()?;
        let then = self.block()?;
        let mut otherwise = None;
        if self.eat(TokenKind::Else) {
            otherwise = Some(if self.at(TokenKind::If) {
                let nested = self.statement()?;
                Block {
                    statements: vec![nested],
                }
            } else {
                self.block()?
            });
        }
        Ok(StatementKind::If {
            condition,
            then,
            otherwise,
        })
    }

    fn while_statement(&mut self) -> Parsed<StatementKind> {
        self.advance();
        let condition = self.expression()?;
        let body = self.block()?;
        Ok(StatementKind::While { condition, body })
    }

    fn for_statement(&mut self) -> Parsed<StatementKind> {
        self.advance();
        let name = self.name("the name of the loop variable")?;
        self.expect(TokenKind::In, "'in'")?;
        let first = self.expression()?;
        if self.eat(TokenKind::DotDot) {
            let to = self.expression()?;
            let body = self.block()?;
            return Ok(StatementKind::ForRange {
                name,
                from: first,
                to,
                body,
            });
        }
        let body = self.block()?;
        Ok(StatementKind::ForEach {
            name,
            items: first,
            body,
        })
    }

    fn return_statement(&mut self) -> Parsed<StatementKind> {
        self.advance();
        let mut value = None;
        if !self.at(TokenKind::Semicolon) {
            value = Some(self.expression()?);
        }
        self.expect(TokenKind::Semicolon, "';'")?;
        Ok(StatementKind::Return(value))
    }

    fn keyword_statement(&mut self, kind: StatementKind) -> Parsed<StatementKind> {
        self.advance();
        self.expect(TokenKind::Semicolon, "';'")?;
        Ok(kind)
    }

    fn expression_statement(&mut self) -> Parsed<StatementKind> {
        let target = self.expression()?;
        let kind = if self.eat(TokenKind::Assign) {
            let value = self.expression()?;
            StatementKind::Assign { target, value }
        } else {
            StatementKind::Expression(target)
        };
        self.expect(TokenKind::Semicolon, "';'")?;
        Ok(kind)
    }
}
