using System.Threading.Channels;

namespace Parcours.Engine.Live.Works;

/// <summary>What waits for the writing thread, in the order asked. Any thread adds; the writing thread alone takes.</summary>
internal sealed class WorkQueue
{
    private const int MostMessages = 4096;
    private const int MostWaiting = 4096;

    private readonly Channel<Work> _waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private volatile bool _isClosed;

    /// <summary>Whether nothing more is let in.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Adds.</summary>
    /// <exception cref="LiveRefusedException">It is full or closed.</exception>
    public Task<T> Add<T>(AnsweredWork<T> work)
    {
        if (_isClosed)
        {
            throw new LiveRefusedException("The server is stopping.");
        }

        return _waiting.Writer.TryWrite(work) ? work.Task : throw new LiveRefusedException("The server is behind: too many requests wait to be written.");
    }

    /// <summary>Gathers what waits, up to what is to be done alone; waits while nothing does.</summary>
    /// <param name="batch">Empty; what is to be done together.</param>
    /// <param name="tidy">Called while nothing waits, as long as it says that more is to do.</param>
    /// <returns>Whether there is something to do; false once it is closed and empty.</returns>
    public bool Next(List<Work> batch, Func<bool> tidy)
    {
        int messages = 0;
        while (messages < MostMessages && batch is not [.., { IsAlone: true }] && _waiting.Reader.TryRead(out Work? work))
        {
            batch.Add(work);
            messages += work.Messages;
        }

        while (batch.Count == 0)
        {
            bool more = tidy();
            if (_waiting.Reader.TryRead(out Work? work))
            {
                batch.Add(work);
            }
            else if (!more && !_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses all that waits.</summary>
    public void Refuse(Exception fault)
    {
        while (_waiting.Reader.TryRead(out Work? work))
        {
            work.Refuse(fault);
        }
    }

    /// <summary>Lets nothing more in.</summary>
    public void Close()
    {
        _isClosed = true;
        _waiting.Writer.TryComplete();
    }
}
