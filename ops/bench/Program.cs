return await EventKb.Bench.Runner.Run(args);
