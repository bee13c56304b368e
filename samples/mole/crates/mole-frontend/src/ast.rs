//! The syntax tree. Offsets are bytes into the module's source text.

use mole_identity::{NameId, Position, SourceFile};

#[derive(Clone, Debug)]
pub struct Module {
    pub name: NameId,
    pub source: SourceFile,
    pub imports: Vec<Import>,
    pub records: Vec<Record>,
    pub functions: Vec<Function>,
    pub tests: Vec<Test>,
    /// How many expressions there are; their ids count from 0.
    pub expression_count: usize,
}

#[derive(Clone, Debug)]
pub struct Import {
    pub module: NameId,
    pub offset: usize,
}

#[derive(Clone, Debug)]
pub struct Record {
    pub name: NameId,
    pub generics: Vec<NameId>,
    pub fields: Vec<Parameter>,
    pub offset: usize,
}

#[derive(Clone, Debug)]
pub struct Function {
    pub name: NameId,
    pub generics: Vec<NameId>,
    pub parameters: Vec<Parameter>,
    pub result: TypeExpression,
    /// Nothing for a native function, which the runtime provides.
    pub body: Option<Block>,
    pub offset: usize,
}

/// A parameter of a function or a field of a record.
#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: NameId,
    pub annotation: TypeExpression,
}

#[derive(Clone, Debug)]
pub struct Test {
    pub title: String,
    pub body: Block,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub struct TypeExpression {
    pub kind: TypeKind,
    pub offset: usize,
}

#[derive(Clone, Debug)]
pub enum TypeKind {
    Unit,
    Named {
        module: Option<NameId>,
        name: NameId,
        arguments: Vec<TypeExpression>,
    },
    Array(Box<TypeExpression>),
    Map(Box<TypeExpression>, Box<TypeExpression>),
    Function(Vec<TypeExpression>, Box<TypeExpression>),
}

#[derive(Clone, Debug)]
pub struct Block {
    pub statements: Vec<Statement>,
}

#[derive(Clone, Debug)]
pub struct Statement {
    pub kind: StatementKind,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub enum StatementKind {
    Let {
        name: NameId,
        mutable: bool,
        annotation: Option<TypeExpression>,
        value: Expression,
    },
    Assign {
        target: Expression,
        value: Expression,
    },
    Expression(Expression),
    If {
        condition: Expression,
        then: Block,
        otherwise: Option<Block>,
    },
    While {
        condition: Expression,
        body: Block,
    },
    ForRange {
        name: NameId,
        from: Expression,
        to: Expression,
        body: Block,
    },
    ForEach {
        name: NameId,
        items: Expression,
        body: Block,
    },
    Return(Option<Expression>),
    Break,
    Continue,
    Assert(Expression),
}

#[derive(Clone, Debug)]
pub struct Expression {
    pub id: usize,
    pub kind: ExpressionKind,
    pub offset: usize,
}

#[derive(Clone, Debug)]
pub enum ExpressionKind {
    Integer(i64),
    Boolean(bool),
    Text(String),
    Name(NameId),
    Array(Vec<Expression>),
    Map(Vec<(Expression, Expression)>),
    Record {
        name: TypeExpression,
        fields: Vec<(NameId, Expression)>,
    },
    Lambda(Box<Lambda>),
    Unary(UnaryOperator, Box<Expression>),
    Binary(BinaryOperator, Box<Expression>, Box<Expression>),
    Call(Box<Expression>, Vec<Expression>),
    Index(Box<Expression>, Box<Expression>),
    Field(Box<Expression>, NameId),
}

#[derive(Clone, Debug)]
pub struct Lambda {
    pub parameters: Vec<Parameter>,
    pub result: TypeExpression,
    pub body: Block,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    Negate,
    Not,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}
