use crate::types::{same_type, RecordType, Type};
use mole_identity::NameId;
use std::rc::Rc;

/// Which type stands for which type parameter.
#[derive(Clone, Debug, Default)]
pub struct Substitution {
    entries: Vec<(NameId, Type)>,
}

impl Substitution {
    pub fn new() -> Self {
        Substitution::default()
    }

    pub fn get(&self, name: NameId) -> Option<&Type> {
        self.entries
            .iter()
            .find(|(entry, _)| *entry == name)
            .map(|(_, bound)| bound)
    }

    pub fn insert(&mut self, name: NameId, bound: Type) {
        self.entries.push((name, bound));
    }

    /// Each parameter standing for itself, as inside a declaration.
    pub fn identity(generics: &[NameId]) -> Self {
        Substitution {
            entries: generics
                .iter()
                .map(|name| (*name, Type::Parameter(*name)))
                .collect(),
        }
    }

    /// Each parameter with the argument at the same place.
    pub fn of(generics: &[NameId], arguments: &[Type]) -> Self {
        Substitution {
            entries: generics.iter().copied().zip(arguments.iter().cloned()).collect(),
        }
    }
}

/// The type with every bound parameter replaced; unbound ones stay.
pub fn substitute(original: &Type, substitution: &Substitution) -> Type {
    match original {
        Type::Int | Type::Bool | Type::Text | Type::Unit => original.clone(),
        Type::Parameter(name) => match substitution.get(*name) {
            Some(bound) => bound.clone(),
            None => original.clone(),
        },
        Type::Array(item) => Type::Array(Box::new(substitute(item, substitution))),
        Type::Map(key, value) => Type::Map(
            Box::new(substitute(key, substitution)),
            Box::new(substitute(value, substitution)),
        ),
        Type::Function(parameters, result) => Type::Function(
            substitute_all(parameters, substitution),
            Box::new(substitute(result, substitution)),
        ),
        Type::Record(record) => Type::Record(Rc::new(RecordType {
            name: record.name,
            arguments: substitute_all(&record.arguments, substitution),
            fields: record
                .fields
                .iter()
                .map(|(name, field)| (*name, substitute(field, substitution)))
                .collect(),
        })),
    }
}

fn substitute_all(types: &[Type], substitution: &Substitution) -> Vec<Type> {
    types.iter().map(|item| substitute(item, substitution)).collect()
}

/// Whether a type parameter is left in the type.
pub fn has_parameters(examined: &Type) -> bool {
    match examined {
        Type::Int | Type::Bool | Type::Text | Type::Unit => false,
        Type::Parameter(_) => true,
        Type::Array(item) => has_parameters(item),
        Type::Map(key, value) => has_parameters(key) || has_parameters(value),
        Type::Function(parameters, result) => {
            parameters.iter().any(has_parameters) || has_parameters(result)
        }
        Type::Record(record) => record.arguments.iter().any(has_parameters),
    }
}

/// Binds the parameters in `pattern` so that it becomes `actual`; false when it cannot.
pub fn bind(pattern: &Type, actual: &Type, substitution: &mut Substitution) -> bool {
    match (pattern, actual) {
        (Type::Parameter(name), _) => match substitution.get(*name) {
            Some(bound) => same_type(bound, actual),
            None => {
                substitution.insert(*name, actual.clone());
                true
            }
        },
        (Type::Array(pattern), Type::Array(actual)) => bind(pattern, actual, substitution),
        (Type::Map(key, value), Type::Map(actual_key, actual_value)) => {
            bind(key, actual_key, substitution) && bind(value, actual_value, substitution)
        }
        (Type::Function(pattern, result), Type::Function(actual, actual_result)) => {
            bind_all(pattern, actual, substitution) && bind(result, actual_result, substitution)
        }
        (Type::Record(pattern), Type::Record(actual)) => {
            pattern.name == actual.name
                && bind_all(&pattern.arguments, &actual.arguments, substitution)
        }
        _ => same_type(pattern, actual),
    }
}

fn bind_all(patterns: &[Type], actuals: &[Type], substitution: &mut Substitution) -> bool {
    patterns.len() == actuals.len()
        && patterns
            .iter()
            .zip(actuals)
            .all(|(pattern, actual)| bind(pattern, actual, substitution))
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: NameId = NameId(7);

    #[test]
    fn binding_an_array_binds_its_items() {
        let mut substitution = Substitution::new();
        let pattern = Type::Array(Box::new(Type::Parameter(T)));
        let actual = Type::Array(Box::new(Type::Bool));
        assert!(bind(&pattern, &actual, &mut substitution));
        assert!(same_type(&substitute(&pattern, &substitution), &actual));
    }

    #[test]
    fn a_parameter_stands_for_one_type_only() {
        let mut substitution = Substitution::new();
        assert!(bind(&Type::Parameter(T), &Type::Int, &mut substitution));
        assert!(bind(&Type::Parameter(T), &Type::Int, &mut substitution));
        assert!(!bind(&Type::Parameter(T), &Type::Text, &mut substitution));
    }

    #[test]
    fn unbound_parameters_stay() {
        let substituted = substitute(&Type::Parameter(T), &Substitution::new());
        assert!(same_type(&substituted, &Type::Parameter(T)));
    }
}
