/**
 * The kinds of node in a `Tree`: each named node type of tree-sitter-go 0.25.0 in PascalCase, and a few of our own.
 * The numbers are dense and hold for one run only.
 */
export const Kind = {
  /** A type that this table does not know: not met with the pinned grammar. */
  Other: 0,
  /** Text that fits no rule (tree-sitter's ERROR). */
  Error: 1,
  /** A node that tree-sitter put in to repair a syntax error: it has no text. */
  Missing: 2,
  /** The operator token of a unary or binary expression or an assignment, in the field `Field.Operator`. */
  Operator: 3,
  ArgumentList: 4,
  ArrayType: 5,
  AssignmentStatement: 6,
  BinaryExpression: 7,
  BlankIdentifier: 8,
  Block: 9,
  BreakStatement: 10,
  CallExpression: 11,
  ChannelType: 12,
  Comment: 13,
  CommunicationCase: 14,
  CompositeLiteral: 15,
  ConstDeclaration: 16,
  ConstSpec: 17,
  ContinueStatement: 18,
  DecStatement: 19,
  DefaultCase: 20,
  DeferStatement: 21,
  Dot: 22,
  EmptyStatement: 23,
  EscapeSequence: 24,
  ExpressionCase: 25,
  ExpressionList: 26,
  ExpressionStatement: 27,
  ExpressionSwitchStatement: 28,
  FallthroughStatement: 29,
  False: 30,
  FieldDeclaration: 31,
  FieldDeclarationList: 32,
  FieldIdentifier: 33,
  FloatLiteral: 34,
  ForClause: 35,
  ForStatement: 36,
  FuncLiteral: 37,
  FunctionDeclaration: 38,
  FunctionType: 39,
  GenericType: 40,
  GoStatement: 41,
  GotoStatement: 42,
  Identifier: 43,
  IfStatement: 44,
  ImaginaryLiteral: 45,
  ImplicitLengthArrayType: 46,
  ImportDeclaration: 47,
  ImportSpec: 48,
  ImportSpecList: 49,
  IncStatement: 50,
  IndexExpression: 51,
  IntLiteral: 52,
  InterfaceType: 53,
  InterpretedStringLiteral: 54,
  InterpretedStringLiteralContent: 55,
  Iota: 56,
  KeyedElement: 57,
  LabelName: 58,
  LabeledStatement: 59,
  LiteralElement: 60,
  LiteralValue: 61,
  MapType: 62,
  MethodDeclaration: 63,
  MethodElem: 64,
  NegatedType: 65,
  Nil: 66,
  PackageClause: 67,
  PackageIdentifier: 68,
  ParameterDeclaration: 69,
  ParameterList: 70,
  ParenthesizedExpression: 71,
  ParenthesizedType: 72,
  PointerType: 73,
  QualifiedType: 74,
  RangeClause: 75,
  RawStringLiteral: 76,
  RawStringLiteralContent: 77,
  ReceiveStatement: 78,
  ReturnStatement: 79,
  RuneLiteral: 80,
  SelectStatement: 81,
  SelectorExpression: 82,
  SendStatement: 83,
  ShortVarDeclaration: 84,
  SliceExpression: 85,
  SliceType: 86,
  SourceFile: 87,
  StatementList: 88,
  StructType: 89,
  True: 90,
  TypeAlias: 91,
  TypeArguments: 92,
  TypeAssertionExpression: 93,
  TypeCase: 94,
  TypeConstraint: 95,
  TypeConversionExpression: 96,
  TypeDeclaration: 97,
  TypeElem: 98,
  TypeIdentifier: 99,
  TypeInstantiationExpression: 100,
  TypeParameterDeclaration: 101,
  TypeParameterList: 102,
  TypeSpec: 103,
  TypeSwitchStatement: 104,
  UnaryExpression: 105,
  VarDeclaration: 106,
  VarSpec: 107,
  VarSpecList: 108,
  VariadicArgument: 109,
  VariadicParameterDeclaration: 110,
} as const;

/** A kind of node: one of the values of the table of this name. */
export type Kind = (typeof Kind)[keyof typeof Kind];

/** The fields under which a node holds its children: each field of tree-sitter-go 0.25.0 in PascalCase; 0 for none. */
export const Field = {
  None: 0,
  Alias: 1,
  Alternative: 2,
  Arguments: 3,
  Body: 4,
  Capacity: 5,
  Channel: 6,
  Communication: 7,
  Condition: 8,
  Consequence: 9,
  Element: 10,
  End: 11,
  Field: 12,
  Function: 13,
  Index: 14,
  Initializer: 15,
  Key: 16,
  Label: 17,
  Left: 18,
  Length: 19,
  Name: 20,
  Operand: 21,
  Operator: 22,
  Package: 23,
  Parameters: 24,
  Path: 25,
  Receiver: 26,
  Result: 27,
  Right: 28,
  Start: 29,
  Tag: 30,
  Type: 31,
  TypeArguments: 32,
  TypeParameters: 33,
  Update: 34,
  Value: 35,
} as const;

/** A field: one of the values of the table of this name. */
export type Field = (typeof Field)[keyof typeof Field];

/** The `Kind` of a named node type of the grammar, such as `call_expression`; `Kind.Other` when it is unknown. */
export function kindOfType(type: string): Kind {
  return (Kind as Readonly<Record<string, Kind>>)[pascalCase(type)] ?? Kind.Other;
}

/** The `Field` of a field name of the grammar, such as `type_arguments`; `Field.None` when it is unknown. */
export function fieldOfName(name: string): Field {
  return (Field as Readonly<Record<string, Field>>)[pascalCase(name)] ?? Field.None;
}

function pascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
