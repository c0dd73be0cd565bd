using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Imports;

/// <content>What is not taken.</content>
internal static partial class ImportEndpoint
{
    private static async ValueTask<object?> OnlyFromNoOtherSite(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        if (!SameOrigin.Allows(request))
            return Refusal(request, 403, "CROSS_ORIGIN", "Imports are not taken from pages of other sites.");
        // A type that no form can have: a page of another origin would have to ask first, and is not answered.
        return HttpMethods.IsPost(request.Method) && request.ContentType?.Split(';')[0].Trim() != ImportJson.MediaType
            ? Refusal(request, 415, "UNSUPPORTED_MEDIA_TYPE", $"Send Content-Type: {ImportJson.MediaType}.")
            : await next(call);
    }

    private static async ValueTask<object?> OnlyWith(PersonRight right, EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Caller.Of(call.HttpContext).Rights.Contains(right) ? await next(call) : Forbidden(call.HttpContext, right);

    private static IResult Forbidden(HttpContext http, PersonRight right)
    {
        http.RequestServices.GetRequiredService<OperationServices>().Refusals.Note(new(Caller.Of(http).Viewer.Person, "import", "FORBIDDEN"));
        return Refusal(http.Request, 403, "FORBIDDEN",
            $"Importing needs the right {Constants.Of(right)}, which you do not have. Ask whoever manages persons to grant it.");
    }

    private static IResult Refusal(HttpRequest request, int status, string code, Wording why) =>
        Results.Text($"{code}: {Messages.Of(why, Languages.Of(request))}", "text/plain; charset=utf-8", statusCode: status);
}
