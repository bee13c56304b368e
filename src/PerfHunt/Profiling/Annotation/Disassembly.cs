using System.Globalization;
using PerfHunt.Processes;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Annotation;

/// <summary>Instructions of binaries as text. The binary's machine decides: those of x86-64 are read by ourselves, those of others by objdump (binutils).</summary>
/// <param name="processes">Runs objdump.</param>
/// <param name="cancellation">Ends it.</param>
public sealed class Disassembly(IProcessRunner processes, CancellationToken cancellation = default)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The machine's own comes first: on that machine it needs no prefix, and LLVM's knows most machines.
    private static readonly string[] AnyMachine = ["objdump", "llvm-objdump"];

    // Debian's binutils for a machine by its number in ELF headers.
    private static readonly Dictionary<ushort, string> OfMachine = new()
    {
        [21] = "powerpc64le-linux-gnu-objdump",
        [22] = "s390x-linux-gnu-objdump",
        [183] = "aarch64-linux-gnu-objdump",
        [243] = "riscv64-linux-gnu-objdump",
    };

    /// <summary>The instructions at some addresses of a module; those that are not found are left out, and all where there is no objdump for the machine.</summary>
    public IReadOnlyList<(ulong Address, string Text)> At(ModuleUse module, IEnumerable<ulong> addresses)
    {
        var known = new Module(module.Path, Path.GetFileName(module.Path), 0, -1) { BuildId = module.BuildId, KeptIn = module.KeptIn };
        using var elf = ModuleFile.Open(known, out _);
        if (elf is null)
        {
            return [];
        }

        var symbols = ModuleSymbols.Load(known).Table;
        return elf.Machine == X64Instructions.Machine ? X64Instructions.At(elf, symbols, addresses) : ByObjdump(elf, symbols, addresses.ToHashSet());
    }

    private List<(ulong Address, string Text)> ByObjdump(ElfFile elf, SymbolTable symbols, HashSet<ulong> wanted)
    {
        var functions = wanted.Select(symbols.Find).Where(number => number >= 0).Distinct().ToList();
        string[] programs = OfMachine.TryGetValue(elf.Machine, out var special) ? [special, .. AnyMachine] : AnyMachine;
        return programs
            .Select(program => functions.SelectMany(number => Function(program, elf.Path, symbols.Start(number), symbols.End(number))).Where(one => wanted.Contains(one.Address)).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private IEnumerable<(ulong Address, string Text)> Function(string program, string file, ulong start, ulong end)
    {
        string[] arguments = ["--disassemble", "--no-show-raw-insn", FormattableString.Invariant($"--start-address=0x{start:x}"), FormattableString.Invariant($"--stop-address=0x{end:x}"), file];
        try
        {
            var outcome = processes.Run(Command.Of(program, arguments) with { TimeLimit = Patience }, cancellation);
            return outcome.StandardOutput.Split('\n').Select(Instruction).OfType<(ulong, string)>();
        }
        catch (ExecutableNotFoundException)
        {
            return [];
        }
    }

    // "  1149:", a tab, then the name and its operands behind another tab, sometimes a note behind blanks.
    private static (ulong Address, string Text)? Instruction(string line) =>
        line.Split(":\t", 2) is [var address, var text] && ulong.TryParse(address.Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at)
            ? (at, string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            : null;
}
