using Cake.Frosting;
using PerfHunt.Build;
using PerfHunt.Build.Hosting;
using PerfHunt.Errors;

try
{
    using var hunt = HuntHost.Open(args);
    return hunt.Finish(new CakeHost()
        .ConfigureServices(hunt.Register)
        .UseContext<HuntContext>()
        .Run(args));
}
catch (HuntException exception)
{
    Console.Error.WriteLine($"Error: {exception.Message}");
    return (int)exception.ExitCode;
}
