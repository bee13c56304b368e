namespace PerfHunt.Verification.Measuring;

/// <summary>What was seen of the processors that we may use while we did nothing.</summary>
/// <param name="Cpu">Number of the quietest.</param>
/// <param name="BusyShare">The part of the time that it was busy or stolen, 0 to 1 up to the fineness of the kernel's clock.</param>
/// <param name="MeanBusyShare">The same, averaged over all of them.</param>
public readonly record struct ProcessorLook(int Cpu, double BusyShare, double MeanBusyShare);
