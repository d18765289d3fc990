namespace Parcours.Engine.Import.Columns;

/// <summary>How files of other kinds than orders call their columns, in English and French, and in the exports of the usual tools.</summary>
internal static class OtherAliases
{
    /// <summary>Customers: what is not named here is an attribute.</summary>
    public static readonly Alias[] Customers =
    [
        .. OrderAliases.Identities,
        new(Column.Date, "date asof datemaj datemiseajour updatedat updated lastupdated lastchanged modifiedat datemodification datedate"),
        new(Column.Registered, "createdat created registered registeredat registrationdate signupdate signup datecreation datedecreation dateinscription inscription membersince clientdepuis customersince dateadhesion dateadded profilecreatedon firstactive"),
        new(Column.Account, "account accountid accountnumber compte codecompte company companyid societe entreprise raisonsociale"),
        new(Column.EmailConsent, "emailoptin optinemail emailconsent acceptsemailmarketing consentementemail newsletter emailmarketingconsent emailsubscribed optinnewsletter emailmarketing emailsubscriptionstatus emailblacklisted0", "acceptsmarketing"),
        new(Column.SmsConsent, "smsoptin optinsms smsconsent acceptssmsmarketing consentementsms smsmarketingconsent smsmarketing smssubscribed"),
        new(Column.PhoneConsent, "phoneoptin optinphone phoneconsent optintelephone consentementtelephone calloptin"),
        new(Column.PostConsent, "postoptin optinpost postconsent optincourrier optinpostal consentementcourrier mailoptin"),
        new(Column.PushConsent, "pushoptin optinpush pushconsent consentementpush"),
        new(Column.OptIn, "optin consent consentement marketingconsent acceptemarketing abonne subscribed memberstatus"),
        new(Column.ConsentDate, "consentdate dateconsentement optindate dateoptin optintime confirmtime consenttimestamp emailconsenttimestamp dateconsent consentat optinat"),
        new(Column.ConsentSource, "consentsource sourceconsentement optinsource sourceoptin sourceduconsentement consentmethod"),
        new(Column.Source, "source origine utmsource provenance leadsource initialsource"),
    ];

    /// <summary>A catalogue.</summary>
    public static readonly Alias[] Products =
    [
        new(Column.Product, "productid product sku variantsku productsku itemsku stockcode productcode itemcode articlecode codearticle article codeproduit produit idproduit idarticle itemid item reference ref refproduit referenceproduit", "ean ean13 upc gtin barcode codebarre codebarres variantbarcode id handle"),
        new(Column.Name, "productname itemname producttitle productdescription title name nom libelle libellearticle libelleproduit nomproduit nomarticle designation", "description"),
        new(Column.Category, "category categorie categories productcategory rayon producttype typeproduit type", "famille family department departement univers gamme collection commodity productcategorydesc"),
        new(Column.Size, "size taille pointure packagesize option1value"),
        new(Column.Stock, "stock stockquantity instock stocklevel stockonhand quantityinstock qtyinstock quantiteenstock qtestock enstock stockdisponible availability disponibilite inventory inventoryquantity variantinventoryqty"),
        new(Column.Price, "price prix unitprice prixunitaire pu puttc regularprice variantprice prixvente prixttc sellingprice", "saleprice puht prixht"),
        new(Column.Cost, "cost cout unitcost coutunitaire prixachat prixdachat prixderevient costprice costperitem coutachat"),
        new(Column.Currency, "currency devise"),
    ];

    /// <summary>Past mailings and reactions: Brevo, Mailchimp, Klaviyo.</summary>
    public static readonly Alias[] Messages =
    [
        new(Column.Customer, "customerid customer clientid client codeclient idclient externalid numeroclient"),
        new(Column.Email, "email emailaddress emailid mail recipient recipientemail destinataire adresseemail adressemail courriel profileemail contact to eml", "contactemail"),
        new(Column.Phone, "phone phonenumber telephone mobile profilephonenumber"),
        new(Column.Date, "date timestamp eventtime eventdate datetime ts occurredat time actiontimestamp dateevenement dateheure activitydate at eventtimestamp", "senddate sentdate datedenvoi dateenvoi sendtime sentat campaignsenddate sentdatetime"),
        new(Column.Event, "event eventname eventtype metric metricname action activity activitytype evenement statut status sttext type messageevent"),
        new(Column.Campaign, "campaign campaignname campaigntitle campagne nomcampagne nomdelacampagne messagename flowname title titre tag template templatename", "subject objet sub emailsubject subjectline campaignid"),
        new(Column.Channel, "channel canal messagechannel sendchannel"),
        new(Column.Sent, "sent envoye sentat senddate sentdate dateenvoi datedenvoi receivedemail sendtime"),
        new(Column.Delivered, "delivered livre delivereddate deliverydate datedelivrance datelivraison"),
        new(Column.Opened, "opened opens open opendate ouvert ouvertures ouverture dateouverture openedemail firstopen firstopened totalopens opencount openedat"),
        new(Column.Clicked, "clicked clicks click clickdate clique clics clic dateclic clickedemail firstclick totalclicks clickcount clickedat"),
        new(Column.Bounced, "bounced bounce bouncedate rebond hardbounce hardbouncedate bouncedemail bouncedat"),
        new(Column.Unsubscribed, "unsubscribed unsubscribe unsubscribedate unsubscribeddate desinscrit desinscription datedesinscription unsub unsubscribedat unsubtime"),
        new(
            Column.Arm,
            "arm variant variante bras treatmentarm experimentarm abgroup abtestgroup testgroup groupetest variantname",
            "controlgroup groupetemoin groupecontrole groupedecontrole temoin control controle iscontrol esttemoin incontrolgroup holdout isholdout treated traite treatment traitement istreated",
            "group groupe cell cellule"),
        new(Column.Answered, "answered replied reply reponse replydate datereponse"),
    ];

    /// <summary>Survey answers.</summary>
    public static readonly Alias[] Surveys =
    [
        .. OrderAliases.Identities,
        new(Column.Date, "date responsedate answeredat submittedat datereponse datedereponse reponduele timestamp createdat datetime submitdate enddate recordeddate at", "sentat dateenvoi"),
        new(Column.Time, "time heure"),
        new(Column.Nps, "nps npsscore scorenps notenps netpromoterscore recommend recommendation"),
        new(Column.Ces, "ces cesscore scoreces noteces effort effortscore customereffortscore"),
        new(Column.Csat, "csat csatscore scorecsat notecsat satisfaction satisfactionscore notesatisfaction"),
        new(Column.Survey, "survey surveytype surveyname enquete type typeenquete question metric sondage"),
        new(Column.Score, "score note rating answer reponse value valeur"),
        new(Column.Comment, "comment comments commentaire commentaires verbatim feedback remarque text"),
        new(Column.Campaign, "campaign campagne"),
    ];

    /// <summary>Complaints.</summary>
    public static readonly Alias[] Complaints =
    [
        .. OrderAliases.Identities,
        new(Column.Date, "date complaintdate openedat opened createdat created datereclamation datedereclamation dateouverture datecreation receivedat datereception timestamp at"),
        new(Column.Time, "time heure"),
        new(Column.Complaint, "complaint complaintid complaintnumber reclamation idreclamation numeroreclamation nreclamation noreclamation ticket ticketid ticketnumber case caseid casenumber dossier numerodossier reference ref"),
        new(Column.Category, "category categorie type motif reason subject objet sujet theme topic nature"),
        new(Column.Resolved, "resolved resolvedat resolveddate resolutiondate closedat closed dateresolution datederesolution datecloture datedecloture resolu resolue"),
        new(Column.Comment, "comment comments commentaire description text texte message verbatim"),
        new(Column.Channel, "channel canal"),
        new(Column.Order, "order orderid ordernumber commande numerocommande ncommande"),
        new(Column.Product, "product productid sku produit article codearticle"),
    ];

    /// <summary>Advertising spend.</summary>
    public static readonly Alias[] Spend =
    [
        new(Column.Date, "date day jour spenddate reportingstarts datedepense periode week semaine month mois datestart", "start debut"),
        new(Column.Source, "source channel canal platform plateforme utmsource network regie levier media support medium"),
        new(Column.Campaign, "campaign campaignname campagne nomcampagne nomdelacampagne utmcampaign", "campaignid"),
        new(Column.Amount, "amount spend amountspent cost depense depenses montant cout adspend montantdepense costs amountspenteur amountspentusd amountspentgbp budget"),
        new(Column.Currency, "currency currencycode devise"),
    ];
}
