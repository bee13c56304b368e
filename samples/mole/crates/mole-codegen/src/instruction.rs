use mole_identity::{NameId, QualifiedName};

/// One step of the stack machine. Jump targets are indices into the function's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction {
    Unit,
    Boolean(bool),
    Constant(u32),
    LoadLocal(u32),
    StoreLocal(u32),
    LoadCapture(u32),
    LoadFunction(QualifiedName),
    LoadNative(NameId),
    Pop,
    Negate,
    Not,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Jump(u32),
    /// Takes the condition from the stack.
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    /// Leave the condition on the stack when they jump, take it when they do not.
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),
    Call { name: QualifiedName, arguments: u32 },
    CallNative { name: NameId, arguments: u32 },
    CallValue { arguments: u32 },
    Return,
    MakeArray(u32),
    MakeMap(u32),
    MakeRecord(u32),
    MakeClosure { function: u32, captures: u32 },
    ArrayLength,
    LoadIndex,
    StoreIndex,
    LoadField(NameId),
    StoreField(NameId),
    Assert,
}

impl Instruction {
    pub fn jump_target(&self) -> Option<u32> {
        match self {
            Instruction::Jump(target)
            | Instruction::JumpIfFalse(target)
            | Instruction::JumpIfTrue(target)
            | Instruction::JumpIfFalseOrPop(target)
            | Instruction::JumpIfTrueOrPop(target) => Some(*target),
            _ => None,
        }
    }

    /// The same jump to another place; other instructions stay as they are.
    pub fn with_target(self, target: u32) -> Self {
        match self {
            Instruction::Jump(_) => Instruction::Jump(target),
            Instruction::JumpIfFalse(_) => Instruction::JumpIfFalse(target),
            Instruction::JumpIfTrue(_) => Instruction::JumpIfTrue(target),
            Instruction::JumpIfFalseOrPop(_) => Instruction::JumpIfFalseOrPop(target),
            Instruction::JumpIfTrueOrPop(_) => Instruction::JumpIfTrueOrPop(target),
            other => other,
        }
    }

    /// Pushes one value and does nothing else.
    pub fn is_plain_load(&self) -> bool {
        matches!(
            self,
            Instruction::Unit
                | Instruction::Boolean(_)
                | Instruction::Constant(_)
                | Instruction::LoadLocal(_)
                | Instruction::LoadCapture(_)
                | Instruction::LoadFunction(_)
                | Instruction::LoadNative(_)
        )
    }
}
