using System.Globalization;
using EventKb.Faults;

// Damages ledgers in every way it knows and holds what `verify` says against what has changed.
if (args is ["damage", .. var sizes])
{
    var numbers = sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToList();
    var missed = await EventKb.Faults.Damage.DamageRun.Run(At(0, 10_000), At(1, 1_000),
        At(2, 1_000), At(3, Random.Shared.Next(1_000_000)), Console.Out);
    return missed == 0 ? 0 : 1;

    int At(int index, int usual) => index < numbers.Count ? numbers[index] : usual;
}

// Kills an import 50 times (or as often as the third argument says) and holds what was acknowledged against what is there.
if (args is not [var program, var bundle, .. var rest])
{
    Console.Error.WriteLine("Usage: dotnet run --project ops/faults -- PATH-OF-eventkb.dll BUNDLE [KILLS] [SEED]");
    return 2;
}

var kills = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 50;
var seed = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
Console.WriteLine($"seed {seed}");
var folder = Directory.CreateTempSubdirectory("eventkb-faults-").FullName;
var killed = new KilledImport(program, ["git", bundle], 60, seed);
var outcomes = await killed.Run(folder, kills);
await killed.Import(Path.Combine(folder, "undisturbed"));
var expected = StoredEvents.ByStream(await StoredEvents.Read(Path.Combine(folder, "undisturbed")));
var (missing, duplicated, inexact) = (
    outcomes.Sum(o => Acknowledgements.Missing(o.Acknowledged, o.Stored).Count),
    outcomes.Sum(o => Acknowledgements.Duplicated(o.Acknowledged, o.Stored).Count),
    outcomes.Count(o => !StoredEvents.ByStream(o.Stored).SequenceEqual(expected)));
Directory.Delete(folder, recursive: true);
Console.WriteLine($"{killed.Kills} kills, {outcomes.Sum(o => o.Acknowledged.Count)} acknowledgements: "
    + $"{missing} acknowledged missing, {duplicated} duplicated, {inexact} of {outcomes.Count} imports not exact");
return missing + duplicated + inexact == 0 ? 0 : 1;
