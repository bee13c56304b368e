use super::{Checked, Checker};
use crate::generics::{bind, Substitution};
use crate::returns::always_returns;
use crate::types::Type;
use mole_frontend::ast::{Expression, Lambda, TypeExpression, TypeKind};
use mole_identity::{NameId, QualifiedName};

impl<'a> Checker<'a> {
    pub(super) fn array(
        &mut self,
        expression: &Expression,
        items: &[Expression],
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        let wanted_item = match wanted {
            Some(Type::Array(item)) => Some(item.as_ref()),
            _ => None,
        };
        let item_type = match (items.first(), wanted_item) {
            (Some(first), _) => self.expression(first, wanted_item)?,
            (None, Some(item)) => item.clone(),
            (None, None) => {
                let message = "an empty array needs a declared type".to_string();
                return Err(self.error(expression.offset, message));
            }
        };
        for item in items.iter().skip(1) {
            self.typed(item, &item_type)?;
        }
        Ok(Type::Array(Box::new(item_type)))
    }

    pub(super) fn map(
        &mut self,
        expression: &Expression,
        entries: &[(Expression, Expression)],
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        let (key_type, value_type) = match (entries.first(), wanted) {
            (Some((key, value)), _) => (self.expression(key, None)?, self.expression(value, None)?),
            (None, Some(Type::Map(key, value))) => (*key.clone(), *value.clone()),
            (None, _) => {
                let message = "an empty map needs a declared type".to_string();
                return Err(self.error(expression.offset, message));
            }
        };
        if !matches!(key_type, Type::Int | Type::Text | Type::Bool) {
            let message = "the keys of a map are int, string or bool".to_string();
            return Err(self.error(expression.offset, message));
        }
        for (key, value) in entries {
            self.typed(key, &key_type)?;
            self.typed(value, &value_type)?;
        }
        Ok(Type::Map(Box::new(key_type), Box::new(value_type)))
    }

    pub(super) fn record(
        &mut self,
        name: &TypeExpression,
        fields: &[(NameId, Expression)],
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        let record_type = self.record_type(name, fields, wanted)?;
        let record = match &record_type {
            Type::Record(record) => record.clone(),
            other => {
                let message = format!("{} is not a record", self.show(other));
                return Err(self.error(name.offset, message));
            }
        };
        for (index, (field, value)) in fields.iter().enumerate() {
            let shown = self.interner.text(*field);
            let field_type = match record.field(*field) {
                Some(field_type) => field_type,
                None => {
                    let message = format!("{} has no field {shown}", self.show(&record_type));
                    return Err(self.error(value.offset, message));
                }
            };
            if fields[..index].iter().any(|(earlier, _)| earlier == field) {
                return Err(self.error(value.offset, format!("field {shown} is given twice")));
            }
            self.typed(value, field_type)?;
        }
        let given = |wanted: &NameId| fields.iter().any(|(field, _)| field == wanted);
        match record.fields.iter().find(|(field, _)| !given(field)) {
            Some((field, _)) => {
                let message = format!("field {} is missing", self.interner.text(*field));
                Err(self.error(name.offset, message))
            }
            None => Ok(record_type),
        }
    }

    /// The type that a record literal names. Type arguments that are not written follow from
    /// the wanted type or from the fields.
    fn record_type(
        &mut self,
        written: &TypeExpression,
        fields: &[(NameId, Expression)],
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        let (module, name) = match &written.kind {
            TypeKind::Named {
                module,
                name,
                arguments,
            } if arguments.is_empty() => (module.unwrap_or(self.module.name), *name),
            _ => return self.resolve_type(written),
        };
        let qualified = QualifiedName::new(module, name);
        let info = match self.library.find_record(qualified) {
            Some(info) if !info.generics.is_empty() => info,
            _ => return self.resolve_type(written),
        };
        if let Some(Type::Record(record)) = wanted {
            if record.name == qualified {
                return Ok(Type::Record(record.clone()));
            }
        }
        let mut substitution = Substitution::new();
        for (field, value) in fields {
            if let Some((_, pattern)) = info.fields.iter().find(|(known, _)| known == field) {
                let found = self.expression(value, None)?;
                bind(pattern, &found, &mut substitution);
            }
        }
        let mut arguments = Vec::new();
        for parameter in &info.generics {
            match substitution.get(*parameter) {
                Some(found) => arguments.push(found.clone()),
                None => {
                    let shown = self.interner.text(*parameter);
                    let message = format!("the fields do not tell what {shown} is");
                    return Err(self.error(written.offset, message));
                }
            }
        }
        Ok(info.instantiate(arguments))
    }

    pub(super) fn lambda(&mut self, lambda: &Lambda) -> Checked<Type> {
        let mut parameters = Vec::new();
        self.scopes.enter();
        self.scopes.function_depth += 1;
        for parameter in &lambda.parameters {
            let parameter_type = self.resolve_type(&parameter.annotation)?;
            self.scopes.declare(parameter.name, parameter_type.clone(), false);
            parameters.push(parameter_type);
        }
        let result = self.resolve_type(&lambda.result)?;
        if !matches!(result, Type::Unit) && !always_returns(&lambda.body) {
            let message = "this fn can end without a return".to_string();
            return Err(self.error(lambda.result.offset, message));
        }
        let outer_result = std::mem::replace(&mut self.result, result.clone());
        let outer_depth = std::mem::replace(&mut self.loop_depth, 0);
        self.block(&lambda.body)?;
        self.result = outer_result;
        self.loop_depth = outer_depth;
        self.scopes.function_depth -= 1;
        self.scopes.leave();
        Ok(Type::Function(parameters, Box::new(result)))
    }
}
