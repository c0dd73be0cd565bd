using System.Globalization;
using EventKb.Domain;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventKb.Contract.Tests.Wordings;

/// <summary>A text in the sources that becomes a message; its format is null where it is not known, or a fact has English words.</summary>
/// <remarks>What the compiler here cannot make sense of counts as such a text, so that none is overlooked.</remarks>
internal sealed record FoundWording(string? Format, string Place)
{
    /// <summary>Every one in the sources.</summary>
    public static IReadOnlyList<FoundWording> All { get; } = [.. Sources.All().SelectMany(Find)];

    private static IEnumerable<FoundWording> Find(Compilation compilation) => compilation.SyntaxTrees.AsParallel().SelectMany(tree =>
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().Select(node => Converted(model, node)).OfType<ExpressionSyntax>()
            .Select(text => new FoundWording(FormatOf(model, text), PlaceOf(text)));
    });

    /// <summary>The text where an expression is one that is converted, or converts one by a cast.</summary>
    private static ExpressionSyntax? Converted(SemanticModel model, ExpressionSyntax node)
    {
        if (node.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or NameSyntax or TypeArgumentListSyntax or ParameterSyntax)
            return null;
        if (node is CastExpressionSyntax cast)
            return IsWording(model.GetTypeInfo(cast).Type) && IsText(model.GetTypeInfo(cast.Expression).Type) ? cast.Expression : null;
        var types = model.GetTypeInfo(node);
        return IsUnknown(node, types.Type) || (IsWording(types.ConvertedType) && IsText(types.Type)) ? node : null;
    }

    private static bool IsUnknown(ExpressionSyntax node, ITypeSymbol? type) =>
        type is IErrorTypeSymbol && node is (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or MemberAccessExpressionSyntax);

    private static bool IsWording(ITypeSymbol? type) =>
        type?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == typeof(Wording).FullName;

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static string? FormatOf(SemanticModel model, ExpressionSyntax text)
    {
        if (Contents(text) is not { } contents)
            return model.GetConstantValue(text) is { HasValue: true, Value: string constant } ? Escape(constant) : null;
        if (contents.SelectMany(part => part.DescendantNodes()).OfType<LiteralExpressionSyntax>().Any(HasWords))
            return null;
        var next = 0;
        return string.Concat(contents.Select(part => part is InterpolatedStringTextSyntax literal
            ? Escape(literal.TextToken.ValueText)
            : string.Create(CultureInfo.InvariantCulture, $"{{{next++}}}")));
    }

    /// <summary>The parts of an interpolated string, or of several that are joined; null where it is something else.</summary>
    private static IReadOnlyList<InterpolatedStringContentSyntax>? Contents(ExpressionSyntax text) => text switch
    {
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents,
        BinaryExpressionSyntax joined when Contents(joined.Left) is { } left && Contents(joined.Right) is { } right => [.. left, .. right],
        _ => null,
    };

    private static bool HasWords(LiteralExpressionSyntax literal) => literal.Token.Value is string text && text.Any(char.IsLetter);

    private static string Escape(string text) => ((Wording)text).Format;

    private static string PlaceOf(ExpressionSyntax text) => string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileName(text.SyntaxTree.FilePath)}:{text.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");
}
