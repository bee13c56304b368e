use super::{Checked, Checker};
use crate::generics::{bind, has_parameters, substitute, Substitution};
use crate::library::Signature;
use crate::types::Type;
use mole_frontend::ast::{Expression, ExpressionKind};
use mole_identity::{NameId, QualifiedName};

impl<'a> Checker<'a> {
    pub(super) fn call(
        &mut self,
        expression: &Expression,
        target: &Expression,
        arguments: &[Expression],
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        if let Some(signature) = self.called_function(target)? {
            self.resolve_to(target.id, signature.name, signature.native);
            self.count(expression, signature.parameters.len(), arguments.len())?;
            return self.call_function(expression, signature, arguments, wanted);
        }
        match self.expression(target, None)? {
            Type::Function(parameters, result) => {
                self.count(expression, parameters.len(), arguments.len())?;
                for (parameter, argument) in parameters.iter().zip(arguments) {
                    self.typed(argument, parameter)?;
                }
                Ok(*result)
            }
            other => {
                let message = format!("{} cannot be called", self.show(&other));
                Err(self.error(target.offset, message))
            }
        }
    }

    fn count(&self, expression: &Expression, wanted: usize, given: usize) -> Checked<()> {
        if wanted == given {
            return Ok(());
        }
        let message = format!("expected {wanted} arguments, found {given}");
        Err(self.error(expression.offset, message))
    }

    /// The function that a call names, or nothing when the target is a value.
    fn called_function(&mut self, target: &Expression) -> Checked<Option<Signature>> {
        match &target.kind {
            ExpressionKind::Name(name) => {
                if self.scopes.lookup(*name).is_some() {
                    return Ok(None);
                }
                let own = QualifiedName::new(self.module.name, *name);
                let standard = QualifiedName::new(self.standard, *name);
                let found = match self.library.find_function(own) {
                    Some(signature) => Some(signature),
                    None => self.library.find_function(standard),
                };
                self.found(target, *name, found)
            }
            ExpressionKind::Field(module, name) => match self.module_name(module) {
                Some(module) => {
                    let found = self.library.find_function(QualifiedName::new(module, *name));
                    self.found(target, *name, found)
                }
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn found(
        &self,
        target: &Expression,
        name: NameId,
        signature: Option<Signature>,
    ) -> Checked<Option<Signature>> {
        if signature.is_some() {
            return Ok(signature);
        }
        let message = format!("unknown function {}", self.interner.text(name));
        Err(self.error(target.offset, message))
    }

    fn call_function(
        &mut self,
        expression: &Expression,
        signature: Signature,
        arguments: &[Expression],
        wanted: Option<&Type>,
    ) -> Checked<Type> {
        if signature.generics.is_empty() {
            for (parameter, argument) in signature.parameters.iter().zip(arguments) {
                self.typed(argument, parameter)?;
            }
            return Ok(signature.result);
        }
        let mut substitution = Substitution::new();
        for (parameter, argument) in signature.parameters.iter().zip(arguments) {
            let hint = substitute(parameter, &substitution);
            let known = Some(&hint).filter(|hint| !has_parameters(hint));
            let found = self.expression(argument, known)?;
            if !bind(parameter, &found, &mut substitution) {
                let hint = substitute(parameter, &substitution);
                self.expect(&hint, &found, argument.offset)?;
            }
        }
        if let Some(wanted) = wanted {
            bind(&signature.result, wanted, &mut substitution);
        }
        let types = self.type_arguments(expression, &signature, &substitution)?;
        if !signature.native {
            self.instances.require(signature.name, types);
        }
        Ok(substitute(&signature.result, &substitution))
    }

    fn type_arguments(
        &self,
        expression: &Expression,
        signature: &Signature,
        substitution: &Substitution,
    ) -> Checked<Vec<Type>> {
        let mut types = Vec::new();
        for parameter in &signature.generics {
            match substitution.get(*parameter) {
                Some(bound) if !matches!(bound, Type::Parameter(_)) => types.push(bound.clone()),
                _ => {
                    let shown = self.interner.text(*parameter);
                    let message = format!("the arguments do not tell what {shown} is");
                    return Err(self.error(expression.offset, message));
                }
            }
        }
        Ok(types)
    }
}
