using System.Runtime.ExceptionServices;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Work shared among the processors; a refusal met by one of them comes out as itself.</summary>
internal static class SideBySide
{
    /// <summary>Does a piece of work for each number from 0.</summary>
    internal static void For(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]);
        }
    }
}
