using System.Text;
using EventKb.Server.CommandLine;

// Latvian letters on every console, Windows included.
Console.OutputEncoding = Encoding.UTF8;
return await EventKbCommand.Run(args, Terminal.Console);
