using System.Text;
using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EventKb.Server.GraphQL.Bounds;

/// <summary>Parses a document once it is known to be short: bytes, then tokens, then nesting, then what it holds.</summary>
internal sealed class BoundedDocumentBuilder(DocumentLimits limits) : IDocumentBuilder
{
    /// <inheritdoc/>
    public GraphQLDocument Build(string body)
    {
        if (Encoding.UTF8.GetByteCount(body) > limits.Bytes)
            throw new BoundExceededException("DOCUMENT_TOO_LARGE", $"The document is longer than {limits.Bytes} bytes.");
        try
        {
            CountTokens(body);
            var document = Parser.Parse(body, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = limits.ParserDepth });
            new DocumentCounts(limits).Check(document);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new BoundExceededException("DOCUMENT_TOO_DEEP", $"The document is nested deeper than {limits.ParserDepth} levels.");
        }
        catch (GraphQLSyntaxErrorException e)
        {
            throw new SyntaxError(e);
        }
    }

    private void CountTokens(string body)
    {
        ROM source = body;
        var position = 0;
        for (var tokens = 0; ; tokens++)
        {
            var token = Lexer.Lex(source, position);
            if (token.Kind == TokenKind.EOF)
                return;
            if (tokens == limits.Tokens)
                throw new BoundExceededException("TOO_MANY_TOKENS", $"The document has more than {limits.Tokens} tokens.");
            position = token.End;
        }
    }
}

/// <summary>A document is refused because it asks for more than the bounds allow.</summary>
internal sealed class BoundExceededException : DocumentError, IWorded
{
    public BoundExceededException(string code, Wording wording) : base(wording.ToString()) => (Code, Wording) = (code, wording);

    public Wording Wording { get; }
}
