using System.Runtime.CompilerServices;
using EventKb.Ledger;

namespace EventKb.Integration.Tests;

/// <summary>Some tests open databases by themselves; SQLite is to run as in the server for them too.</summary>
internal static class SqliteBeforeAllTests
{
    [ModuleInitializer]
    internal static void Configure() => RuntimeHelpers.RunModuleConstructor(typeof(LedgerStore).Module.ModuleHandle);
}
