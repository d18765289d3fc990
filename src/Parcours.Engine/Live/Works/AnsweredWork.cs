using Parcours.Engine.Identity;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Live.Works;

/// <summary>Work that gives an answer. What fails in it alone is its own answer; when the store refuses, the whole batch goes.</summary>
internal abstract class AnsweredWork<T> : Work
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _fault;
    private T? _answer;

    /// <summary>Ends when it is answered or refused.</summary>
    public Task<T> Task => _done.Task;

    /// <inheritdoc/>
    public override void Do(LiveBatch batch, IdentityGraph graph)
    {
        try
        {
            _answer = Run(batch, graph);
        }
        catch (Exception fault) when (fault is not WorkspaceException)
        {
            _fault = fault;
        }
    }

    /// <inheritdoc/>
    public override void Answer()
    {
        if (_fault is { } fault)
        {
            _done.SetException(fault);
        }
        else
        {
            _done.SetResult(_answer!);
        }
    }

    /// <inheritdoc/>
    public override void Refuse(Exception fault) => _done.TrySetException(fault);

    /// <summary>What it does, and its answer.</summary>
    protected abstract T Run(LiveBatch batch, IdentityGraph graph);
}
