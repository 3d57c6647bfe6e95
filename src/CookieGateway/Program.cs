using CookieGateway.Commands;

return await CommandLine.RunAsync(args);
