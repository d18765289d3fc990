namespace Parcours.Statistics.Recommendation;

/// <summary>How an item-item model scores that who bought one item will want another. Counts are of customers: c(i,j) bought both, c(i) bought i.</summary>
public enum ItemModelKind
{
    /// <summary>
    /// Cosine c(i,j) / sqrt(c(i) c(j)), times c(i,j) / (c(i,j) + shrinkage), which draws what few customers say towards 0.
    /// Source: Sarwar, Karypis, Konstan and Riedl, "Item-based collaborative filtering recommendation algorithms", WWW 2001, 3.1.1; the shrinkage is that of
    /// Bell and Koren, "Scalable collaborative filtering with jointly derived neighborhood interpolation weights", ICDM 2007.
    /// </summary>
    Cosine,

    /// <summary>
    /// Conditional probability c(i,j) / c(i) (Deshpande and Karypis, "Item-based top-N recommendation algorithms", ACM TOIS 22(1), 2004, 4.2), drawn towards the base
    /// rate p(j): (c(i,j) + shrinkage p(j)) / (c(i) + shrinkage), the mean of a Dirichlet law centred on the base rate (MacKay and Peto, "A hierarchical Dirichlet
    /// language model", Natural Language Engineering 1(3), 1995). Where few customers tell, it is the list of best-sellers.
    /// </summary>
    ConditionalProbability,

    /// <summary>
    /// Ridge regression of each item on its nearest items: b = (G + shrinkage I)^-1 g over the <see cref="ItemModel.RidgeNeighbours"/> items nearest by cosine,
    /// G and g being their counts. It is EASE (Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019) kept to a neighbourhood,
    /// so that twenty thousand items need no matrix of twenty thousand rows.
    /// </summary>
    Ridge,
}
