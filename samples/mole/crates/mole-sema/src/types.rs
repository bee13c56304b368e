use mole_identity::{Interner, NameId, QualifiedName};
use std::rc::Rc;

/// The type of a value. Two types are the same when `same_type` says so.
#[derive(Clone, Debug)]
pub enum Type {
    Int,
    Bool,
    Text,
    Unit,
    Array(Box<Type>),
    Map(Box<Type>, Box<Type>),
    Function(Vec<Type>, Box<Type>),
    Record(Rc<RecordType>),
    Parameter(NameId),
}

/// A record with its type arguments and the types that its fields have with them.
#[derive(Clone, Debug)]
pub struct RecordType {
    pub name: QualifiedName,
    pub arguments: Vec<Type>,
    pub fields: Vec<(NameId, Type)>,
}

impl RecordType {
    pub fn field(&self, name: NameId) -> Option<&Type> {
        self.fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, field_type)| field_type)
    }
}

/// Whether a value of one type is a value of the other.
pub fn same_type(left: &Type, right: &Type) -> bool {
    match (left, right) {
        (Type::Int, Type::Int) => true,
        (Type::Bool, Type::Bool) => true,
        (Type::Text, Type::Text) => true,
        (Type::Unit, Type::Unit) => true,
        (Type::Array(left), Type::Array(right)) => same_type(left, right),
        (Type::Map(left_key, left_value), Type::Map(right_key, right_value)) => {
            same_type(left_key, right_key) && same_type(left_value, right_value)
        }
        (Type::Function(left, left_result), Type::Function(right, right_result)) => {
            same_types(left, right) && same_type(left_result, right_result)
        }
        (Type::Record(left), Type::Record(right)) => same_record(left, right),
        (Type::Parameter(left), Type::Parameter(right)) => left == right,
        _ => false,
    }
}

fn same_types(left: &[Type], right: &[Type]) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .all(|(left, right)| same_type(left, right))
}

fn same_record(left: &RecordType, right: &RecordType) -> bool {
    left.name == right.name
        && same_types(&left.arguments, &right.arguments)
        && left.fields.len() == right.fields.len()
        && left
            .fields
            .iter()
            .zip(&right.fields)
            .all(|(left, right)| left.0 == right.0 && same_type(&left.1, &right.1))
}

/// The type as it is written in a program.
pub fn show_type(shown: &Type, interner: &Interner) -> String {
    let list = |types: &[Type]| {
        let shown: Vec<String> = types.iter().map(|item| show_type(item, interner)).collect();
        shown.join(", ")
    };
    match shown {
        Type::Int => "int".to_string(),
        Type::Bool => "bool".to_string(),
        Type::Text => "string".to_string(),
        Type::Unit => "unit".to_string(),
        Type::Array(item) => format!("[{}]", show_type(item, interner)),
        Type::Map(key, value) => format!(
            "map<{}, {}>",
            show_type(key, interner),
            show_type(value, interner)
        ),
        Type::Function(parameters, result) => {
            format!("fn({}) -> {}", list(parameters), show_type(result, interner))
        }
        Type::Record(record) => {
            let name = interner.text(record.name.name);
            if record.arguments.is_empty() {
                name.to_string()
            } else {
                format!("{name}<{}>", list(&record.arguments))
            }
        }
        Type::Parameter(name) => interner.text(*name).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: u32, arguments: Vec<Type>) -> Type {
        Type::Record(Rc::new(RecordType {
            name: QualifiedName::new(NameId(0), NameId(name)),
            fields: arguments.iter().map(|item| (NameId(9), item.clone())).collect(),
            arguments,
        }))
    }

    #[test]
    fn types_are_compared_by_structure() {
        let array = Type::Array(Box::new(Type::Int));
        assert!(same_type(&array, &array.clone()));
        assert!(!same_type(&array, &Type::Int));
        assert!(!same_type(&array, &Type::Array(Box::new(Type::Bool))));
    }

    #[test]
    fn records_differ_by_name_and_by_type_arguments() {
        assert!(same_type(&record(1, vec![Type::Int]), &record(1, vec![Type::Int])));
        assert!(!same_type(&record(1, vec![Type::Int]), &record(2, vec![Type::Int])));
        assert!(!same_type(&record(1, vec![Type::Int]), &record(1, vec![Type::Text])));
    }

    #[test]
    fn types_are_shown_as_they_are_written() {
        let interner = Interner::new();
        let mapped = Type::Map(Box::new(Type::Text), Box::new(Type::Array(Box::new(Type::Int))));
        let function = Type::Function(vec![Type::Int, Type::Bool], Box::new(Type::Unit));
        assert_eq!(show_type(&mapped, &interner), "map<string, [int]>");
        assert_eq!(show_type(&function, &interner), "fn(int, bool) -> unit");
    }
}
