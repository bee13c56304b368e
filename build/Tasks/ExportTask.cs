using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Profiling.Exports;

namespace PerfHunt.Build.Tasks;

/// <summary>Writes recordings in a form that another viewer reads.</summary>
[TaskName("Export")]
[TaskDescription("Writes the last profile round, or --recording=FILE, in the form that --export-format names")]
public sealed class ExportTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var profile = RecordingArguments.LinedProfile(context.Options, context.Cancellation);
        using var content = new MemoryStream();
        ProfileExport.Write(profile, context.Options.ExportFormat, content);
        MadeFile.Write(context, "Profile", $"profile{ProfileExport.Extension(context.Options.ExportFormat)}", content.ToArray(), profile);
    }
}
