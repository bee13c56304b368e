use super::{Checked, Checker};
use crate::types::Type;
use mole_frontend::ast::{BinaryOperator, Expression, ExpressionKind, UnaryOperator};
use mole_identity::{NameId, QualifiedName};

impl<'a> Checker<'a> {
    /// The type of an expression. `wanted` helps where the expression alone does not tell.
    pub(super) fn expression(
        &mut self,
        expression: &Expression,
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        match &expression.kind {
            ExpressionKind::Integer(_) => Ok(Type::Int),
            ExpressionKind::Boolean(_) => Ok(Type::Bool),
            ExpressionKind::Text(_) => Ok(Type::Text),
            ExpressionKind::Name(name) => self.name(expression, *name),
            ExpressionKind::Array(items) => self.array(expression, items, wanted),
            ExpressionKind::Map(entries) => self.map(expression, entries, wanted),
            ExpressionKind::Record { name, fields } => self.record(name, fields, wanted),
            ExpressionKind::Lambda(lambda) => self.lambda(lambda),
            ExpressionKind::Unary(UnaryOperator::Negate, operand) => {
                self.typed(operand, &Type::Int)?;
                Ok(Type::Int)
            }
            ExpressionKind::Unary(UnaryOperator::Not, operand) => {
                self.typed(operand, &Type::Bool)?;
                Ok(Type::Bool)
            }
            ExpressionKind::Binary(operator, left, right) => self.binary(*operator, left, right),
            ExpressionKind::Call(target, arguments) => {
                self.call(expression, target, arguments, wanted)
            }
            ExpressionKind::Index(target, index) => self.index(target, index),
            ExpressionKind::Field(target, field) => self.field(expression, target, *field),
        }
    }

    fn name(&mut self, expression: &Expression, name: NameId) -> Checked<Type> {
        if let Some(variable) = self.scopes.lookup(name) {
            return Ok(variable.variable_type);
        }
        let own = QualifiedName::new(self.module.name, name);
        let standard = QualifiedName::new(self.standard, name);
        self.function_value(expression, &[own, standard])
    }

    /// A function used as a value: the first of the candidates that there is.
    fn function_value(
        &mut self,
        expression: &Expression,
        candidates: &[QualifiedName],
    ) -> Checked<Type> {
        for candidate in candidates {
            if let Some(signature) = self.library.find_function(*candidate) {
                if !signature.generics.is_empty() {
                    let message = "a generic function is not a value; wrap it in a fn".to_string();
                    return Err(self.error(expression.offset, message));
                }
                self.resolve_to(expression.id, *candidate, signature.native);
                return Ok(Type::Function(
                    signature.parameters,
                    Box::new(signature.result),
                ));
            }
        }
        let shown = self.interner.text(candidates[0].name);
        Err(self.error(expression.offset, format!("unknown name {shown}")))
    }

    fn binary(
        &mut self,
        operator: BinaryOperator,
        left: &Expression,
        right: &Expression,
    ) -> Checked<Type> {
        use BinaryOperator::*;
        match operator {
            Or | And => {
                self.typed(left, &Type::Bool)?;
                self.typed(right, &Type::Bool)?;
                Ok(Type::Bool)
            }
            Equal | NotEqual => {
                let compared = self.expression(left, None)?;
                self.typed(right, &compared)?;
                Ok(Type::Bool)
            }
            Less | LessEqual | Greater | GreaterEqual => {
                self.operands(left, right)?;
                Ok(Type::Bool)
            }
            Add => self.operands(left, right),
            Subtract | Multiply | Divide | Remainder => {
                self.typed(left, &Type::Int)?;
                self.typed(right, &Type::Int)?;
                Ok(Type::Int)
            }
        }
    }

    /// Two operands that are both int or both string.
    fn operands(&mut self, left: &Expression, right: &Expression) -> Checked<Type> {
        let found = self.expression(left, None)?;
        if !matches!(found, Type::Int | Type::Text) {
            let message = format!("expected int or string, found {}", self.show(&found));
            return Err(self.error(left.offset, message));
        }
        self.typed(right, &found)?;
        Ok(found)
    }

    fn index(&mut self, target: &Expression, index: &Expression) -> Checked<Type> {
        match self.expression(target, None)? {
            Type::Array(item) => {
                self.typed(index, &Type::Int)?;
                Ok(*item)
            }
            Type::Map(key, value) => {
                self.typed(index, &key)?;
                Ok(*value)
            }
            other => {
                let message = format!("{} has no index", self.show(&other));
                Err(self.error(target.offset, message))
            }
        }
    }

    fn field(
        &mut self,
        expression: &Expression,
        target: &Expression,
        field: NameId,
    ) -> Checked<Type> {
        if let Some(module) = self.module_name(target) {
            return self.function_value(expression, &[QualifiedName::new(module, field)]);
        }
        let target_type = self.expression(target, None)?;
        if let Type::Record(record) = &target_type {
            if let Some(found) = record.field(field) {
                return Ok(found.clone());
            }
        }
        let (shown, field) = (self.show(&target_type), self.interner.text(field));
        Err(self.error(expression.offset, format!("{shown} has no field {field}")))
    }

    /// The module that an expression names, when it is the name of an imported one.
    pub(super) fn module_name(&self, target: &Expression) -> Option<NameId> {
        match &target.kind {
            ExpressionKind::Name(name)
                if self.imports(*name) && self.scopes.lookup(*name).is_none() =>
            {
                Some(*name)
            }
            _ => None,
        }
    }
}
