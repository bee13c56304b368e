use mole_identity::QualifiedName;

/// What a name or a field expression stands for when it is not a variable or a real field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    Function(QualifiedName),
    Native(QualifiedName),
}

/// What the checker found out about one module.
#[derive(Clone, Debug)]
pub struct CheckedModule {
    /// By expression id.
    pub resolutions: Vec<Option<Resolution>>,
    /// By index of the function: whether it has been checked at least once.
    pub used: Vec<bool>,
}

/// In the order of the modules that were given.
#[derive(Clone, Debug)]
pub struct CheckedProgram {
    pub modules: Vec<CheckedModule>,
    /// How many instances of generic functions the program uses.
    pub instance_count: usize,
}
