use crate::generics::{substitute, Substitution};
use crate::types::{RecordType, Type};
use mole_identity::{NameId, QualifiedName};
use std::rc::Rc;

/// What callers need to know of a function.
#[derive(Clone, Debug)]
pub struct Signature {
    pub name: QualifiedName,
    pub generics: Vec<NameId>,
    pub parameters: Vec<Type>,
    pub result: Type,
    pub native: bool,
}

impl Signature {
    pub fn as_type(&self) -> Type {
        Type::Function(self.parameters.clone(), Box::new(self.result.clone()))
    }
}

/// A declared record; the types of its fields may hold its type parameters.
#[derive(Clone, Debug)]
pub struct RecordInfo {
    pub name: QualifiedName,
    pub generics: Vec<NameId>,
    pub fields: Vec<(NameId, Type)>,
}

impl RecordInfo {
    /// The type of this record with these type arguments.
    pub fn instantiate(&self, arguments: Vec<Type>) -> Type {
        let substitution = Substitution::of(&self.generics, &arguments);
        let fields = self
            .fields
            .iter()
            .map(|(name, field)| (*name, substitute(field, &substitution)))
            .collect();
        Type::Record(Rc::new(RecordType {
            name: self.name,
            arguments,
            fields,
        }))
    }
}

/// The functions and records of all modules, in the order of declaration.
#[derive(Clone, Debug, Default)]
pub struct Library {
    functions: Vec<Signature>,
    records: Vec<RecordInfo>,
}

impl Library {
    pub fn add_function(&mut self, signature: Signature) {
        self.functions.push(signature);
    }

    pub fn add_record(&mut self, record: RecordInfo) {
        self.records.push(record);
    }

    pub fn find_function(&self, name: QualifiedName) -> Option<Signature> {
        for signature in &self.functions {
            if signature.name.module == name.module && signature.name.name == name.name {
                return Some(signature.clone());
            }
        }
        None
    }

    pub fn find_record(&self, name: QualifiedName) -> Option<&RecordInfo> {
        self.records.iter().find(|record| record.name == name)
    }

    pub fn functions_of(&self, module: NameId) -> impl Iterator<Item = &Signature> {
        self.functions.iter().filter(move |item| item.name.module == module)
    }

    pub fn records_of(&self, module: NameId) -> impl Iterator<Item = &RecordInfo> {
        self.records.iter().filter(move |item| item.name.module == module)
    }
}
