namespace EventKb.Domain.Erasure;

/// <summary>An event that says that the texts of an earlier one were destroyed.</summary>
public interface IErasesTexts
{
    /// <summary>Position of the earlier event.</summary>
    long Position { get; }
}
