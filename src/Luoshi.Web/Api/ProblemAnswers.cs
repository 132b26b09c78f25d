using System.Text.Json;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web.Api;

/// <summary>Whatever goes wrong on the way to an operation is told as a problem too, and never as a page.</summary>
internal sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        try
        {
            if (Nothing.IsAsked(http.Request))
            {
                throw new BadHttpRequestException("The address has a text that no database keeps.");
            }

            await next(http);
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await TellAsync(http, error.StatusCode, error);
        }
        catch (Exception error) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(log, http.TraceIdentifier, error);
            http.Response.Clear();
            await TellAsync(http, StatusCodes.Status500InternalServerError, null);
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await TellAsync(http, http.Response.StatusCode, null);
        }
    }

    private static Task TellAsync(HttpContext http, int status, BadHttpRequestException? error)
    {
        var (code, message) = status switch
        {
            StatusCodes.Status404NotFound => ("address-not-found", "没有这个地址，或它不支持这种请求方法、这种内容（Content-Type）。"),
            StatusCodes.Status413PayloadTooLarge => ("request-too-large", "请求内容太大。"),
            StatusCodes.Status415UnsupportedMediaType => ("media-type-unsupported", "请求内容要是 JSON（Content-Type: application/json）。"),
            StatusCodes.Status428PreconditionRequired => ("version-required", "请用 If-Match 写明您看到的版本（ETag）；第一次写用 If-None-Match: *。"),
            StatusCodes.Status500InternalServerError => ("internal-error", $"系统出错了，没有做完的不会留下一半。请把编号 {http.TraceIdentifier} 告诉管理员。"),
            _ => ("request-not-understood", NotUnderstood(error)),
        };
        return Problems.WriteAsync(http, status, code, message);
    }

    private static string NotUnderstood(BadHttpRequestException? error) =>
        error?.InnerException is JsonException { Path: { Length: > 0 } path } ? $"没有看懂请求内容中的 {path}。" : "没有看懂这个请求，请对照接口说明检查参数和内容。";

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} failed.")]
    private static partial void LogFailed(ILogger log, string requestId, Exception error);
}
