use super::{Checked, Checker};
use crate::types::Type;
use mole_frontend::ast::{Block, Expression, ExpressionKind, Statement, StatementKind};
use mole_identity::NameId;

impl<'a> Checker<'a> {
    pub(super) fn block(&mut self, block: &Block) -> Checked<()> {
        self.scopes.enter();
        for statement in &block.statements {
            self.statement(statement)?;
        }
        self.scopes.leave();
        Ok(())
    }

    fn statement(&mut self, statement: &Statement) -> Checked<()> {
        match &statement.kind {
            StatementKind::Let {
                name,
                mutable,
                annotation,
                value,
            } => {
                let wanted = match annotation {
                    Some(written) => Some(self.resolve_type(written)?),
                    None => None,
                };
                let found = self.expression(value, wanted.as_ref())?;
                if let Some(wanted) = &wanted {
                    self.expect(wanted, &found, value.offset)?;
                }
                self.scopes.declare(*name, found, *mutable);
                Ok(())
            }
            StatementKind::Assign { target, value } => self.assignment(target, value),
            StatementKind::Expression(value) => self.expression(value, None).map(|_| ()),
            StatementKind::If {
                condition,
                then,
                otherwise,
            } => {
                self.condition(condition)?;
                self.block(then)?;
                match otherwise {
                    Some(otherwise) => self.block(otherwise),
                    None => Ok(()),
                }
            }
            StatementKind::While { condition, body } => {
                self.condition(condition)?;
                self.loop_body(None, body)
            }
            StatementKind::ForRange {
                name,
                from,
                to,
                body,
            } => {
                self.typed(from, &Type::Int)?;
                self.typed(to, &Type::Int)?;
                self.loop_body(Some((*name, Type::Int)), body)
            }
            StatementKind::ForEach { name, items, body } => {
                match self.expression(items, None)? {
                    Type::Array(item) => self.loop_body(Some((*name, *item)), body),
                    other => {
                        let message = format!("expected an array, found {}", self.show(&other));
                        Err(self.error(items.offset, message))
                    }
                }
            }
            StatementKind::Return(value) => self.return_value(statement, value.as_ref()),
            StatementKind::Break | StatementKind::Continue => self.jump(statement),
            StatementKind::Assert(condition) => self.condition(condition),
        }
    }

    fn condition(&mut self, condition: &Expression) -> Checked<()> {
        self.typed(condition, &Type::Bool)
    }

    /// Checks an expression that has to be of one type.
    pub(super) fn typed(&mut self, expression: &Expression, wanted: &Type) -> Checked<()> {
        let found = self.expression(expression, Some(wanted))?;
        self.expect(wanted, &found, expression.offset)
    }

    fn loop_body(&mut self, variable: Option<(NameId, Type)>, body: &Block) -> Checked<()> {
        self.scopes.enter();
        if let Some((name, variable_type)) = variable {
            self.scopes.declare(name, variable_type, false);
        }
        self.loop_depth += 1;
        self.block(body)?;
        self.loop_depth -= 1;
        self.scopes.leave();
        Ok(())
    }

    fn jump(&mut self, statement: &Statement) -> Checked<()> {
        if self.loop_depth > 0 {
            return Ok(());
        }
        Err(mole_identity::Diagnostic {
            file: self.module.source.name.clone(),
            position: statement.position,
            message: "break and continue belong into a loop".to_string(),
        })
    }

    fn return_value(&mut self, statement: &Statement, value: Option<&Expression>) -> Checked<()> {
        let wanted = self.result.clone();
        match value {
            Some(value) => self.typed(value, &wanted),
            None if matches!(wanted, Type::Unit) => Ok(()),
            None => Err(mole_identity::Diagnostic {
                file: self.module.source.name.clone(),
                position: statement.position,
                message: format!("expected a value of type {}", self.show(&wanted)),
            }),
        }
    }

    fn assignment(&mut self, target: &Expression, value: &Expression) -> Checked<()> {
        if let ExpressionKind::Name(name) = &target.kind {
            self.assignable(target, *name)?;
        } else if !matches!(
            target.kind,
            ExpressionKind::Index(..) | ExpressionKind::Field(..)
        ) {
            return Err(self.error(target.offset, "this cannot be assigned to".to_string()));
        }
        let wanted = self.expression(target, None)?;
        self.typed(value, &wanted)
    }

    fn assignable(&self, target: &Expression, name: NameId) -> Checked<()> {
        let shown = self.interner.text(name);
        match self.scopes.lookup(name) {
            Some(variable) if variable.function_depth != self.scopes.function_depth => {
                let message = format!("{shown} is captured and cannot be assigned to");
                Err(self.error(target.offset, message))
            }
            Some(variable) if !variable.mutable => {
                let message = format!("{shown} is not a var and cannot be assigned to");
                Err(self.error(target.offset, message))
            }
            _ => Ok(()),
        }
    }
}
