use super::{Parsed, Parser};
use crate::ast::{BinaryOperator, Expression, ExpressionKind, Lambda, UnaryOperator};
use crate::token::TokenKind;
use mole_identity::Diagnostic;

/// Binary operators by level, from the loosest to the tightest; all of them group to the left.
const LEVELS: [&[(TokenKind, BinaryOperator)]; 6] = [
    &[(TokenKind::Or, BinaryOperator::Or)],
    &[(TokenKind::And, BinaryOperator::And)],
    &[
        (TokenKind::Equal, BinaryOperator::Equal),
        (TokenKind::NotEqual, BinaryOperator::NotEqual),
    ],
    &[
        (TokenKind::Less, BinaryOperator::Less),
        (TokenKind::LessEqual, BinaryOperator::LessEqual),
        (TokenKind::Greater, BinaryOperator::Greater),
        (TokenKind::GreaterEqual, BinaryOperator::GreaterEqual),
    ],
    &[
        (TokenKind::Plus, BinaryOperator::Add),
        (TokenKind::Minus, BinaryOperator::Subtract),
    ],
    &[
        (TokenKind::Star, BinaryOperator::Multiply),
        (TokenKind::Slash, BinaryOperator::Divide),
        (TokenKind::Percent, BinaryOperator::Remainder),
    ],
];

impl<'a> Parser<'a> {
    pub(super) fn expression(&mut self) -> Parsed<Expression> {
        self.binary(0)
    }

    fn node(&mut self, kind: ExpressionKind, offset: usize) -> Expression {
        let id = self.expression_count;
        self.expression_count += 1;
        Expression { id, kind, offset }
    }

    fn binary(&mut self, level: usize) -> Parsed<Expression> {
        if level == LEVELS.len() {
            return self.unary();
        }
        let offset = self.offset();
        let mut left = self.binary(level + 1)?;
        while let Some(operator) = self.operator_of(level) {
            self.advance();
            let right = self.binary(level + 1)?;
            let kind = ExpressionKind::Binary(operator, Box::new(left), Box::new(right));
            left = self.node(kind, offset);
        }
        Ok(left)
    }

    fn operator_of(&self, level: usize) -> Option<BinaryOperator> {
        LEVELS[level]
            .iter()
            .find(|(kind, _)| self.at(*kind))
            .map(|(_, operator)| *operator)
    }

    fn unary(&mut self) -> Parsed<Expression> {
        let offset = self.offset();
        let operator = match self.peek().kind {
            TokenKind::Minus => UnaryOperator::Negate,
            TokenKind::Not => UnaryOperator::Not,
            _ => return self.postfix(),
        };
        self.advance();
        let operand = self.unary()?;
        Ok(self.node(ExpressionKind::Unary(operator, Box::new(operand)), offset))
    }

    fn postfix(&mut self) -> Parsed<Expression> {
        let offset = self.offset();
        let mut expression = self.primary()?;
        loop {
            let kind = if self.eat(TokenKind::LeftParen) {
                let arguments = self.list(TokenKind::RightParen, "',' or ')'", Self::expression)?;
                ExpressionKind::Call(Box::new(expression), arguments)
            } else if self.eat(TokenKind::LeftBracket) {
                let index = self.expression()?;
                self.expect(TokenKind::RightBracket, "']'")?;
                ExpressionKind::Index(Box::new(expression), Box::new(index))
            } else if self.eat(TokenKind::Dot) {
                let field = self.name("the name of a field or function")?;
                ExpressionKind::Field(Box::new(expression), field)
            } else {
                return Ok(expression);
            };
            expression = self.node(kind, offset);
        }
    }

    fn primary(&mut self) -> Parsed<Expression> {
        let offset = self.offset();
        let kind = match self.peek().kind {
            TokenKind::Integer => self.integer()?,
            TokenKind::Text => ExpressionKind::Text(self.advance().text),
            TokenKind::True | TokenKind::False => {
                ExpressionKind::Boolean(self.advance().kind == TokenKind::True)
            }
            TokenKind::Identifier => ExpressionKind::Name(self.name("a name")?),
            TokenKind::LeftParen => {
                self.advance();
                let inner = self.expression()?;
                self.expect(TokenKind::RightParen, "')'")?;
                return Ok(inner);
            }
            TokenKind::LeftBracket => {
                self.advance();
                let close = TokenKind::RightBracket;
                ExpressionKind::Array(self.list(close, "',' or ']'", Self::expression)?)
            }
            TokenKind::Map => self.map_literal()?,
            TokenKind::New => self.record_literal()?,
            TokenKind::Fn => self.lambda()?,
            _ => return Err(self.unexpected("an expression")),
        };
        Ok(self.node(kind, offset))
    }

    fn integer(&mut self) -> Parsed<ExpressionKind> {
        let token = self.advance();
        match token.text.parse() {
            Ok(value) => Ok(ExpressionKind::Integer(value)),
            Err(_) => Err(Diagnostic::at(
                self.source,
                token.start,
                format!("{} does not fit an int of 64 bits", token.text),
            )),
        }
    }

    fn map_literal(&mut self) -> Parsed<ExpressionKind> {
        self.advance();
        self.expect(TokenKind::LeftBrace, "'{'")?;
        let entries = self.list(TokenKind::RightBrace, "',' or '}'", |parser| {
            let key = parser.expression()?;
            parser.expect(TokenKind::Colon, "':'")?;
            Ok((key, parser.expression()?))
        })?;
        Ok(ExpressionKind::Map(entries))
    }

    fn record_literal(&mut self) -> Parsed<ExpressionKind> {
        self.advance();
        let name = self.named_type()?;
        self.expect(TokenKind::LeftBrace, "'{'")?;
        let fields = self.list(TokenKind::RightBrace, "',' or '}'", |parser| {
            let field = parser.name("the name of a field")?;
            parser.expect(TokenKind::Colon, "':'")?;
            Ok((field, parser.expression()?))
        })?;
        Ok(ExpressionKind::Record { name, fields })
    }

    fn lambda(&mut self) -> Parsed<ExpressionKind> {
        self.advance();
        self.expect(TokenKind::LeftParen, "'('")?;
        let parameters = self.list(TokenKind::RightParen, "',' or ')'", Self::parameter)?;
        let result = self.result_type()?;
        let body = self.block()?;
        Ok(ExpressionKind::Lambda(Box::new(Lambda {
            parameters,
            result,
            body,
        })))
    }
}
