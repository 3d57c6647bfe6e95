using CookieGateway.Proxying.Request;
using CookieGateway.Proxying.Response;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace CookieGateway.Proxying;

/// <summary>Hangs steps 4 to 9 into every route of YARP's, the hand-written ones too.</summary>
internal sealed class ProxyTransforms(OriginRequest request, OriginResponse response) : ITransformProvider
{
    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    public void Apply(TransformBuilderContext context)
    {
        context.UseDefaultForwarders = false;
        context.AddOriginalHost();
        context.AddRequestTransform(request.PrepareAsync);
        context.AddResponseTransform(response.AdjustAsync);
    }
}
