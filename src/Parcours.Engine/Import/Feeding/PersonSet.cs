namespace Parcours.Engine.Import.Feeding;

/// <summary>Counts people among identities, some of which are the same person.</summary>
internal sealed class PersonSet
{
    private int[] _parents = [];
    private bool[] _used = [];

    /// <summary>An identity that something happened to.</summary>
    public void Use(int identity)
    {
        Room(identity);
        _used[identity] = true;
    }

    /// <summary>Two identities of one person.</summary>
    public void Join(int identity, int other)
    {
        Room(Math.Max(identity, other));
        _parents[Root(other)] = Root(identity);
    }

    /// <summary>How many people something happened to.</summary>
    public long Count()
    {
        bool[] counted = new bool[_used.Length];
        long count = 0;
        for (int i = 0; i < _used.Length; i++)
        {
            int root = _used[i] ? Root(i) : -1;
            if (root >= 0 && !counted[root])
            {
                counted[root] = true;
                count++;
            }
        }

        return count;
    }

    private int Root(int identity)
    {
        while (_parents[identity] != identity)
        {
            identity = _parents[identity] = _parents[_parents[identity]];
        }

        return identity;
    }

    private void Room(int identity)
    {
        int from = _parents.Length;
        if (identity < from)
        {
            return;
        }

        int size = Math.Max(identity + 1, Math.Max(1024, from * 2));
        Array.Resize(ref _parents, size);
        Array.Resize(ref _used, size);
        for (int i = from; i < size; i++)
        {
            _parents[i] = i;
        }
    }
}
