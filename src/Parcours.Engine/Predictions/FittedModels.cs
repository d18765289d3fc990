using Parcours.Domain.Histories;

namespace Parcours.Engine.Predictions;

/// <summary>The models of a workspace: kept ones where they are of this very base and cut, fitted now where they are not.</summary>
public static class FittedModels
{
    /// <summary>A model of when customers buy, or of how much they spend.</summary>
    /// <param name="folder">The workspace's folder; null keeps nothing.</param>
    /// <param name="request">Any model but BG/BB.</param>
    /// <param name="histories">The base.</param>
    /// <param name="history">Its purchases at the cut, in the unit of the request.</param>
    public static FittedModel Of(string? folder, ModelRequest request, HistoryBase histories, PurchaseHistory history)
    {
        if (folder is null)
        {
            return ModelFits.Of(request, history);
        }

        var state = BaseState.Of(histories, history.Table);
        if (FittedModelFile.Read(folder, request, history.Table.CutDay, state) is { } kept)
        {
            return kept;
        }

        FittedModel model = ModelFits.Of(request, history);
        FittedModelFile.Write(folder, model, state);
        return model;
    }
}
