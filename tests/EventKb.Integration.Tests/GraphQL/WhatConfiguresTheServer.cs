using Microsoft.Extensions.Configuration;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>Options alone: neither the environment nor the working folder opens a door, and no folder is watched.</summary>
public sealed class WhatConfiguresTheServer : IAsyncLifetime
{
    private const string Variable = "Kestrel__Endpoints__Other__Url";
    private readonly RunningServer _server = new();

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, "http://127.0.0.1:0");
        await _server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_listens_where_it_was_told_and_reads_no_file()
    {
        Assert.Single(_server.App.Addresses);
        var configuration = (IConfigurationRoot)_server.App.Web.Configuration;
        Assert.DoesNotContain(configuration.Providers, p => p is FileConfigurationProvider);
        Assert.Null(configuration[Variable.Replace("__", ":", StringComparison.Ordinal)]);
        await _server.Data("{ ledger { size } }");
    }

    [Fact]
    public async Task Sqlite_takes_no_lock_to_count_its_memory()
    {
        await _server.Draft("Atmiņa");
        Assert.Equal(0, SQLitePCL.raw.sqlite3_memory_used());
    }
}
