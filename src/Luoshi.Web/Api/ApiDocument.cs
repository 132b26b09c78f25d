using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Luoshi.App.Idempotency;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Luoshi.Web.Api;

/// <summary>The API as OpenAPI 3.1, made from the endpoints themselves; <c>docs/openapi.json</c> is what it says, held there by a test.</summary>
internal static class ApiDocument
{
    private const string Problem = "Problem";
    private const string Token = "accessToken";

    // What every endpoint may answer before its operation is asked.
    private static readonly (int Status, string Code)[] s_always =
    [
        (StatusCodes.Status400BadRequest, "request-not-understood"),
        (StatusCodes.Status400BadRequest, "request-invalid"),
        (StatusCodes.Status401Unauthorized, "not-signed-in"),
        (StatusCodes.Status403Forbidden, "forbidden"),
        (StatusCodes.Status429TooManyRequests, "too-many-requests"),
    ];

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith(LuoshiApi.Root.TrimStart('/'), StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Spell(schema, context));
    });

    public static void MapApiDocument(this IEndpointRouteBuilder api) => api.MapOpenApi("/openapi.json");

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "落实 Luoshi",
            Version = "v1",
            Description = "The operations of the supervision office for programs. Refusals are RFC 9457 problems with a stable `code`; see docs/api.md.",
        };

        // It is wherever it is deployed.
        document.Servers = [];
        document.AddComponent(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token, made on the page /account/tokens." });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
        document.AddComponent(Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "status", "title", "detail", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For people, in Chinese: what, where, what to do." },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For programs; never changes." },
                ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What is wrong with which field." },
            },
        });
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var problems = s_always.ToList();
        if (metadata.OfType<MethodInfo>().LastOrDefault() is { } handler)
        {
            operation.OperationId = $"{handler.DeclaringType!.Name.Replace("Endpoints", "", StringComparison.Ordinal)}_{handler.Name.Replace("Async", "", StringComparison.Ordinal)}";
            if (handler.GetParameters().Any(parameter => parameter.ParameterType == typeof(SeenVersion)))
            {
                Header(operation, "If-Match", "The ETag that was seen: \"3\".", required: false);
                Header(operation, "If-None-Match", "* where nothing has been written yet, instead of If-Match.", required: false);
                problems.Add((StatusCodes.Status428PreconditionRequired, "version-required"));
                problems.Add((StatusCodes.Status412PreconditionFailed, "changed-meanwhile"));
            }
        }

        if (context.Description.HttpMethod == HttpMethods.Post)
        {
            Header(operation, IdempotentPosts.Header, $"A new random value for each request, the same when it is sent again; kept {IdempotencyRecord.Kept.TotalHours} hours.", required: true);
            problems.Add((StatusCodes.Status400BadRequest, "idempotency-key-required"));
            problems.Add((StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused"));
        }

        var versioned = problems.Exists(problem => problem.Status == StatusCodes.Status412PreconditionFailed);
        problems.AddRange(metadata.OfType<Refuses>().SelectMany(refuses => refuses.Codes).Where(code => !(versioned && code == "changed-meanwhile")).Select(code => (Problems.StatusOf(code), code)));
        foreach (var parameter in context.Description.ParameterDescriptions)
        {
            SpellWord(operation, parameter.Name, Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type);
        }

        operation.Responses ??= [];
        foreach (var (status, codes) in problems.Distinct().GroupBy(problem => problem.Status, problem => problem.Code).OrderBy(group => group.Key).Select(group => (group.Key, group.ToList())))
        {
            operation.Responses[$"{status}"] = new OpenApiResponse
            {
                Description = string.Join(", ", codes.Select(code => $"`{code}`")),
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) } },
            };
        }

        return Task.CompletedTask;
    }

    private static void SpellWord(OpenApiOperation operation, string name, Type type)
    {
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Word<>) && operation.Parameters?.FirstOrDefault(one => one.Name == name) is OpenApiParameter parameter)
        {
            var words = Enum.GetNames(type.GenericTypeArguments[0]).Select(JsonNamingPolicy.CamelCase.ConvertName);
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] };
        }
    }

    private static void Header(OpenApiOperation operation, string name, string description, bool required)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = description, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }

    private static Task Spell(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(ReportingPeriod))
        {
            (schema.Pattern, schema.Description) = ("^[0-9]{4}-(0[1-9]|1[0-2])$", "A month: 2024-07.");
            schema.Type = type == typeof(ReportingPeriod) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if (type == typeof(string))
        {
            schema.Type = context.JsonPropertyInfo?.IsGetNullable == true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.MaxLength ??= context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(MaxLengthAttribute), inherit: false).OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;
        }
        else if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Cursor))
        {
            schema.Type = type == typeof(Cursor) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }
}
