use crate::generics::Substitution;
use crate::library::Library;
use crate::types::Type;
use mole_frontend::ast::{Module, TypeExpression, TypeKind};
use mole_identity::{Diagnostic, Interner, NameId, QualifiedName};

/// Turns written types into types, as seen from one module.
pub struct TypeResolver<'a> {
    pub library: &'a Library,
    pub interner: &'a Interner,
    pub module: &'a Module,
    pub substitution: &'a Substitution,
}

impl<'a> TypeResolver<'a> {
    pub fn resolve(&self, written: &TypeExpression) -> Result<Type, Diagnostic> {
        match &written.kind {
            TypeKind::Unit => Ok(Type::Unit),
            TypeKind::Array(item) => Ok(Type::Array(Box::new(self.resolve(item)?))),
            TypeKind::Map(key, value) => {
                let key_type = self.resolve(key)?;
                if !matches!(key_type, Type::Int | Type::Text | Type::Bool | Type::Parameter(_)) {
                    let message = "the keys of a map are int, string or bool".to_string();
                    return Err(self.error(key.offset, message));
                }
                Ok(Type::Map(Box::new(key_type), Box::new(self.resolve(value)?)))
            }
            TypeKind::Function(parameters, result) => Ok(Type::Function(
                self.resolve_all(parameters)?,
                Box::new(self.resolve(result)?),
            )),
            TypeKind::Named {
                module,
                name,
                arguments,
            } => self.named(written.offset, *module, *name, arguments),
        }
    }

    fn resolve_all(&self, written: &[TypeExpression]) -> Result<Vec<Type>, Diagnostic> {
        written.iter().map(|item| self.resolve(item)).collect()
    }

    fn named(
        &self,
        offset: usize,
        module: Option<NameId>,
        name: NameId,
        arguments: &[TypeExpression],
    ) -> Result<Type, Diagnostic> {
        if module.is_none() && arguments.is_empty() {
            if let Some(found) = self.simple(name) {
                return Ok(found);
            }
        }
        let name = QualifiedName::new(module.unwrap_or(self.module.name), name);
        let record = match self.library.find_record(name) {
            Some(record) if self.sees(name.module) => record,
            _ => {
                let shown = self.interner.text(name.name);
                return Err(self.error(offset, format!("unknown type {shown}")));
            }
        };
        if record.generics.len() != arguments.len() {
            let (wanted, given) = (record.generics.len(), arguments.len());
            let message = format!("expected {wanted} type arguments, found {given}");
            return Err(self.error(offset, message));
        }
        Ok(record.instantiate(self.resolve_all(arguments)?))
    }

    fn simple(&self, name: NameId) -> Option<Type> {
        match self.interner.text(name) {
            "int" => Some(Type::Int),
            "bool" => Some(Type::Bool),
            "string" => Some(Type::Text),
            "unit" => Some(Type::Unit),
            _ => self.substitution.get(name).cloned(),
        }
    }

    /// A module sees itself and what it imports.
    fn sees(&self, module: NameId) -> bool {
        self.module.name == module
            || self.module.imports.iter().any(|import| import.module == module)
    }

    fn error(&self, offset: usize, message: String) -> Diagnostic {
        Diagnostic::at(&self.module.source, offset, message)
    }
}
