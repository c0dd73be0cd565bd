namespace EventKb.Domain;

/// <summary>Bounds on everything that input can grow.</summary>
public static class Limits
{
    /// <summary>First day that anything may be dated.</summary>
    public static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>Last day that anything may be dated.</summary>
    public static readonly DateOnly LastDay = new(2200, 12, 31);

    /// <summary>Characters in a title or name.</summary>
    public const int Title = 300;

    /// <summary>Characters in an e-mail address (RFC 3696: 64 before the sign, 255 after it).</summary>
    public const int Email = 320;

    /// <summary>Characters in a summary.</summary>
    public const int Summary = 4_000;

    /// <summary>UTF-8 bytes in an article's body, sections included.</summary>
    public const int BodyBytes = 512 * 1024;

    /// <summary>Characters in a comment or a reason.</summary>
    public const int Comment = 4_000;

    /// <summary>Characters in a message.</summary>
    public const int Message = 16_000;

    /// <summary>Tags in a classification, all kinds together.</summary>
    public const int Tags = 100;

    /// <summary>Characters in a tag, a code, a group's name or a document number.</summary>
    public const int Tag = 200;

    /// <summary>Characters in an imported file's path.</summary>
    public const int Path = 1_024;

    /// <summary>Characters in the path of a file that cannot be taken: the longest that Linux has, every byte as %XX.</summary>
    public const int SourcePath = 3 * 4_096;

    /// <summary>Files of a source that have no article.</summary>
    public const int MissingFiles = 10_000;

    /// <summary>Files attached to one article.</summary>
    public const int Attachments = 100;

    /// <summary>Open relations of one article.</summary>
    public const int Relations = 1_000;

    /// <summary>Items in any other list of a command.</summary>
    public const int Items = 1_000;
}
