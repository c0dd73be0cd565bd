using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EventKb.Integration.Tests.Listening;

/// <summary>A request of any form, which no client would make.</summary>
internal static class RawRequest
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Sends text to a port of this machine and gives what is answered until the connection ends.</summary>
    public static async Task<string> Send(int port, string text)
    {
        using var patience = new CancellationTokenSource(Longest);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), patience.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(patience.Token);
    }
}
