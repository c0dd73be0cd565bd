namespace EventKb.Domain.ServiceRecords;

/// <summary>Every reason for which a command on a record is refused, besides input that breaks a rule about its form.</summary>
internal static class ServiceRecordRejections
{
    public static Rejection RowBehind(int last) =>
        new("ROW_BEHIND", $"Rows of this record have already been taken up to number {last}.", "Send the rows after it.", "row");
}
