using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Elf;

/// <summary>The binary of a module, as it was when it was recorded.</summary>
internal static class ModuleFile
{
    /// <summary>Opens it; null and the reason when it is not there, or another build by now: its names and rules would be lies.</summary>
    public static ElfFile? Open(Module module, out SymbolState missing)
    {
        var isFile = module.Path.StartsWith('/');
        var elf = isFile ? ElfFile.TryOpen(module.Path) : module.Path == VdsoImage.Name ? VdsoImage.TryRead() : null;
        if (elf is not null && (module.BuildId is null || ElfNotes.BuildId(elf) == module.BuildId))
        {
            missing = SymbolState.Found;
            return elf;
        }

        missing = !isFile ? SymbolState.NotAFile : elf is null ? SymbolState.NoFile : SymbolState.OtherBuild;
        elf?.Dispose();
        return module.BuildId is null ? null : DebugFiles.FindByBuildId(module.BuildId, module.KeptIn);
    }
}
