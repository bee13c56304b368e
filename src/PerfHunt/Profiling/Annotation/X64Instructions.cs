using Iced.Intel;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Annotation;

/// <summary>Instructions of x86-64 binaries as text.</summary>
internal static class X64Instructions
{
    /// <summary>The machine's number in ELF headers (System V ABI, AMD64 supplement).</summary>
    public const ushort Machine = 62;

    private const int BitsOfAddress = 64;

    // A function longer than this is data, or not worth decoding from its start.
    private const ulong LongestFunction = 4 << 20;

    /// <summary>The instructions at some addresses of a binary; those in no function are left out.</summary>
    public static IReadOnlyList<(ulong Address, string Text)> At(ElfFile elf, SymbolTable symbols, IEnumerable<ulong> addresses)
    {
        var wanted = addresses.ToHashSet();
        return [.. wanted.Select(symbols.Find).Where(number => number >= 0).Distinct().SelectMany(number => Function(elf, symbols, number, wanted))];
    }

    // Instructions have no fixed length: only from the start of a function on it is certain where each begins.
    private static IEnumerable<(ulong Address, string Text)> Function(ElfFile elf, SymbolTable symbols, int number, HashSet<ulong> wanted)
    {
        var (start, end) = (symbols.Start(number), symbols.End(number));
        if (elf.Sections.FirstOrDefault(one => Holds(one, start)) is not { } section || end - start > LongestFunction)
        {
            yield break;
        }

        var offset = start - section.Address;
        var code = elf.Piece(section, offset, Math.Min(end - start, section.Size - offset));
        var decoder = Decoder.Create(BitsOfAddress, code, start);
        var formatter = new IntelFormatter(new Names(symbols));
        formatter.Options.RipRelativeAddresses = true;
        formatter.Options.SpaceAfterOperandSeparator = true;
        var output = new StringOutput();
        while (decoder.IP - start < (ulong)code.Length)
        {
            var instruction = decoder.Decode();
            if (decoder.LastError == DecoderError.NoMoreBytes)
            {
                yield break;
            }

            if (wanted.Contains(instruction.IP))
            {
                formatter.Format(instruction, output);
                yield return (instruction.IP, output.ToStringAndReset());
            }
        }
    }

    // Sections that are not loaded have no address.
    private static bool Holds(ElfSection section, ulong address) =>
        section.Type != ElfSection.NoBits && section.Address > 0 && section.Address <= address && address - section.Address < section.Size;

    // Where a jump or a call leads to, by name.
    private sealed class Names(SymbolTable symbols) : ISymbolResolver
    {
        public bool TryGetSymbol(in Instruction instruction, int operand, int instructionOperand, ulong address, int addressSize, out SymbolResult symbol)
        {
            var number = instruction.FlowControl is FlowControl.Call or FlowControl.UnconditionalBranch or FlowControl.ConditionalBranch ? symbols.Find(address) : -1;
            symbol = number < 0 ? default : new SymbolResult(symbols.Start(number), Demangler.Readable(symbols.Name(number)));
            return number >= 0;
        }
    }
}
