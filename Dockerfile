# Two stages: the SDK builds, and the runtime image carries nothing but the published program.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src/ src/
COPY wwwroot/ wwwroot/
RUN dotnet publish src/CookieGateway --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./

# The data directory holds the outbox (decisions not yet in Redis), the keys, and the embedded Redis where that is used:
# the only place that is written to. Run the container with --read-only and a volume here.
RUN mkdir /data && chown 65532:65532 /data
VOLUME /data
USER 65532:65532

ENV Urls=http://+:8080 \
    Gateway__DataDirectory=/data \
    Gateway__DashboardUrl=http://+:8081 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080 8081

ENTRYPOINT ["dotnet", "CookieGateway.dll"]
CMD ["run", "--config", "/etc/cookie-gateway/sites.json"]
