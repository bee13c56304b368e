use super::{Parsed, Parser};
use crate::ast::{TypeExpression, TypeKind};
use crate::token::TokenKind;

impl<'a> Parser<'a> {
    pub(super) fn type_expression(&mut self) -> Parsed<TypeExpression> {
        let offset = self.offset();
        let kind = match self.peek().kind {
            TokenKind::LeftBracket => {
                self.advance();
                let item = self.type_expression()?;
                self.expect(TokenKind::RightBracket, "']'")?;
                TypeKind::Array(Box::new(item))
            }
            TokenKind::Map => {
                self.advance();
                self.expect(TokenKind::Less, "'<'")?;
                let key = self.type_expression()?;
                self.expect(TokenKind::Comma, "','")?;
                let value = self.type_expression()?;
                self.expect(TokenKind::Greater, "'>'")?;
                TypeKind::Map(Box::new(key), Box::new(value))
            }
            TokenKind::Fn => {
                self.advance();
                self.expect(TokenKind::LeftParen, "'('")?;
                let parameters =
                    self.list(TokenKind::RightParen, "',' or ')'", Self::type_expression)?;
                TypeKind::Function(parameters, Box::new(self.result_type()?))
            }
            _ => return self.named_type(),
        };
        Ok(TypeExpression { kind, offset })
    }

    /// A record, a type parameter or a built-in type, with its type arguments when it has any.
    pub(super) fn named_type(&mut self) -> Parsed<TypeExpression> {
        let offset = self.offset();
        let mut name = self.name("a type")?;
        let mut module = None;
        if self.eat(TokenKind::Dot) {
            module = Some(name);
            name = self.name("the name of a record")?;
        }
        let mut arguments = Vec::new();
        if self.eat(TokenKind::Less) {
            arguments = self.list(TokenKind::Greater, "',' or '>'", Self::type_expression)?;
        }
        let kind = TypeKind::Named {
            module,
            name,
            arguments,
        };
        Ok(TypeExpression { kind, offset })
    }

    /// `-> type`, or nothing for a function without a result.
    pub(super) fn result_type(&mut self) -> Parsed<TypeExpression> {
        let offset = self.offset();
        if self.eat(TokenKind::Arrow) {
            self.type_expression()
        } else {
            Ok(TypeExpression {
                kind: TypeKind::Unit,
                offset,
            })
        }
    }
}
