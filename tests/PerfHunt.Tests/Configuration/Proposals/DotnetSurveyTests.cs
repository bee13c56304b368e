using PerfHunt.Configuration;
using PerfHunt.Configuration.Proposals;
using PerfHunt.Errors;

namespace PerfHunt.Tests.Configuration.Proposals;

public sealed class DotnetSurveyTests
{
    private const string Program = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup></Project>""";
    private const string Library = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><AssemblyName>My.Lib</AssemblyName></PropertyGroup></Project>""";
    private const string Tests = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="1" /></ItemGroup></Project>""";

    [Test]
    public void A_solution_gives_program_prefixes_and_the_presets_commands() => In(root =>
    {
        Write(root, "All.sln", "");
        Write(root, "src/Tool/Tool.csproj", Program);
        Write(root, "src/Tool/Run.cs", "namespace Tool.Run;\n");
        Write(root, "src/Tool/obj/Made.cs", "namespace Made;\n");
        Write(root, "src/Lib/Lib.csproj", Library);
        Write(root, "src/Lib/A.cs", "namespace Lib\n{\n}\n");
        Write(root, "src/Lib/B.cs", "namespace Lib.Deep;\n");
        Write(root, "tests/Lib.Tests/Lib.Tests.csproj", Tests);

        var facts = DotnetSurvey.Look(root, "tool");

        Assert.That(DotnetSurvey.IsAtRoot(root), Is.True);
        Assert.That((facts.Binary, facts.IsBinaryGuessed, facts.Gate.HasValue, facts.Commands.Length), Is.EqualTo(("src/Tool/bin/Release/net10.0/Tool.dll", false, false, 0)));
        Assert.That(facts.OwnCode, Is.EqualTo([new OwnCode("Tool.Run.", "Tool", "src/Tool"), new OwnCode("Lib.", "My.Lib", "src/Lib"), new OwnCode("", "Tool", "src/Tool")]));
    });

    [Test]
    public void Without_a_solution_at_the_root_commands_name_their_projects() => In(root =>
    {
        Write(root, "Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>");
        Write(root, "app/App.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"></Project>""");
        Write(root, "check/App.Tests.csproj", Tests);

        var facts = DotnetSurvey.Look(root, "x");

        Assert.That(DotnetSurvey.IsAtRoot(root), Is.False);
        Assert.That(DotnetSurvey.HasProjects(root), Is.True);
        Assert.That((facts.Binary, facts.Commands.Single().Words[2], facts.Gate!.Value.Single().Words[2]), Is.EqualTo(("app/bin/Release/net9.0/App.dll", "app/App.csproj", "check/App.Tests.csproj")));
    });

    [Test]
    public void A_library_alone_is_told_so() => In(root =>
    {
        Write(root, "Lib.csproj", Library);
        Assert.That(() => DotnetSurvey.Look(root, "x"), Throws.TypeOf<HuntException>().With.Message.Contains("makes a program"));
    });

    private static void Write(string root, string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void In(Action<string> test)
    {
        var root = Directory.CreateTempSubdirectory("perfhunt-dotnet-").FullName;
        try
        {
            test(root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
