/// An interned name. Two names are the same text exactly when their ids are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// The name of a function or record together with the module that declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QualifiedName {
    pub module: NameId,
    pub name: NameId,
}

impl QualifiedName {
    pub fn new(module: NameId, name: NameId) -> Self {
        QualifiedName { module, name }
    }
}
