using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfHunt.Tests.Tidy;

/// <summary>A C# file, parsed.</summary>
/// <param name="Path">Its path relative to the root.</param>
/// <param name="Syntax">Its syntax tree.</param>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Syntax)
{
    /// <summary>The files of the product: what ships.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } = Read("src", "build", "benchmarks");

    /// <summary>The files of the tests.</summary>
    public static IReadOnlyList<SourceFile> Tests { get; } = Read("tests");

    /// <summary>Its length in lines.</summary>
    public int Lines => Syntax.GetText().Lines.Count - 1;

    /// <summary>The types that it declares.</summary>
    public IEnumerable<string> TypeNames => Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    /// <summary>The methods, constructors, accessors and local functions that have a body, each with its length in lines without comments above it.</summary>
    public IEnumerable<(string Name, int Lines)> Methods =>
        from node in Syntax.DescendantNodes()
        where node is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }
            or LocalFunctionStatementSyntax or AccessorDeclarationSyntax { Body: not null }
        let span = node.SyntaxTree.GetLineSpan(node.Span)
        select ($"{Path}:{span.StartLinePosition.Line + 1}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    /// <summary>Every name with dots that it writes, such as <c>PerfHunt.Errors</c>, in using directives and elsewhere.</summary>
    public IEnumerable<string> QualifiedNames => Syntax.DescendantNodes()
        .Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax)
        .Select(node => node.ToString())
        .Concat(Syntax.Usings.Select(directive => directive.NamespaceOrType.ToString()));

    /// <summary>Every type that it names with dots, such as <c>Errors.ExitCode</c>.</summary>
    public IEnumerable<string> RelativeTypeNames => Syntax.DescendantNodes().OfType<QualifiedNameSyntax>().Select(name => name.ToString());

    private static List<SourceFile> Read(params string[] folders) =>
        [.. RepositoryFiles.Below(folders)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, CSharpSyntaxTree.ParseText(RepositoryFiles.Text(path)).GetCompilationUnitRoot()))];
}
